import { posix } from 'node:path';
import { fold } from '#domain';
import { UnusableFile } from '../list.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

interface SheetPart {
  readonly name: string;
  readonly part: string;
}

/** Where a workbook keeps what is read of it. */
export interface Parts {
  readonly workbook: string;
  /** The sheet that is read. */
  readonly sheet: SheetPart;
  /** The names of the other sheets that can be seen. */
  readonly others: readonly string[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which is the same in both editions of the format. */
  readonly type: string;
  readonly part: string;
}

/** Where the relations of a part are told. */
export const relationsOf = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

const readRelations = async (archive: Archive, part: string): Promise<readonly Relation[]> => {
  const relations: Relation[] = [];
  const source = relationsOf(part);
  if (!archive.has(source)) return relations;
  await readXml(archive.read(source), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: path });
    },
  });
  return relations;
};

/** Finds the first sheet that can be seen, or the one asked for by name. */
export const findParts = async (archive: Archive, wanted: string | undefined): Promise<Parts> => {
  const [root] = (await readRelations(archive, '')).filter(({ type }) => type === 'officeDocument');
  const workbook = root?.part ?? 'xl/workbook.xml';
  if (!workbook.endsWith('.xml')) {
    throw new UnusableFile(
      'Hãy mở bằng Excel và lưu lại dạng "Excel Workbook (.xlsx)".',
      'Save it as an Excel workbook (.xlsx).',
    );
  }
  const relations = await readRelations(archive, workbook);
  const sheets: (SheetPart & { readonly isSeen: boolean })[] = [];
  let from1904 = false;
  await readXml(archive.read(workbook), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/u.test(key))?.[1];
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
      if (relation === undefined || !archive.has(relation.part)) return;
      const isSeen = (attributes['state'] ?? 'visible') === 'visible';
      sheets.push({ name: attributes['name'] ?? '', part: relation.part, isSeen });
    },
  });
  const sheet = sheets.find(({ name, isSeen }) => (wanted === undefined ? isSeen : fold(name) === fold(wanted)));
  if (sheet === undefined) throw noSheet(wanted, sheets);
  const partOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type && archive.has(relation.part))?.part;
  return {
    ...{ workbook, sheet, from1904 },
    others: sheets.filter((one) => one !== sheet && one.isSeen).map(({ name }) => name),
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
  };
};

const noSheet = (wanted: string | undefined, sheets: readonly SheetPart[]): UnusableFile => {
  if (wanted === undefined) {
    return new UnusableFile('Tệp Excel không có trang tính nào đang hiện.', 'No sheet of the workbook can be seen.');
  }
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  return new UnusableFile(
    `Tệp Excel không có trang tính "${wanted}"; có: ${names}.`,
    `The workbook has no sheet "${wanted}"; it has ${names}.`,
  );
};
