import type { GridCell } from '../grid.ts';
import type { RawCell } from './scan-sheet.ts';
import type { NumberKind } from './styles.ts';

/** What a sheet's cells refer to. */
export interface CellContext {
  readonly strings: ReadonlyMap<number, string>;
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/** What the office program shows in a cell; a date as `YYYY-MM-DD`. */
export const readCell = (cell: RawCell, context: CellContext): GridCell => {
  const { type, value } = cell;
  if (value === undefined || (value === '' && type !== 'str')) {
    return cell.isFormula
      ? faulty(
          '',
          'có công thức chưa tính: hãy mở bằng Excel rồi lưu lại',
          'has a formula without a result: open and save it in Excel',
        )
      : { text: '' };
  }
  switch (type) {
    case 's':
      return { text: context.strings.get(Number(value)) ?? '' };
    case 'e':
      return faulty(value, `có lỗi ${value}`, `has the error ${value}`);
    case 'b': {
      const shown = value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      return faulty(
        shown,
        `là giá trị đúng/sai (${shown}): hãy ghi bằng chữ`,
        `is a truth value (${shown}): write it in words`,
      );
    }
    case 'd':
      return { text: value.slice(0, 10) };
    case 'str':
    case 'inlineStr':
      return { text: value };
    default:
      return readNumber(value, context.kinds[cell.style] ?? { kind: 'number' }, context);
  }
};

const faulty = (text: string, vi: string, en: string): GridCell => ({ text, fault: { vi, en } });

const readNumber = (value: string, kind: NumberKind, { from1904 }: CellContext): GridCell => {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  if (kind.kind === 'date') return readDate(number, from1904);
  const text = String(number);
  return { text: kind.kind === 'digits' && /^\d+$/u.test(text) ? text.padStart(kind.digits, '0') : text };
};

const DAY = 24 * 60 * 60 * 1000;
/** 31/12/9999 by both counts, at most. */
const LAST_DAY = 2_958_465;

/** The count from 1900 has a 29/02/1900, which never was: days before it are counted from one day later. */
const readDate = (serial: number, from1904: boolean): GridCell => {
  const day = Math.floor(serial);
  if (day < 0 || day > LAST_DAY)
    return faulty(String(serial), `không phải là ngày (${String(serial)})`, `is no date (${String(serial)})`);
  const origin = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return { text: new Date(origin + day * DAY).toISOString().slice(0, 10) };
};
