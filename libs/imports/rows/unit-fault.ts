import type { Notice } from '#papers';
import type { UnitNamed } from './known-units.ts';
import type { NamedUnit } from './named-unit.ts';

/** Units that a question names. */
const MOST_ALIKE = 3;

/** The sentence for a unit that is not found. */
export const unitFault = (text: string, named: Exclude<UnitNamed, { readonly unitId: string }>): Notice => {
  if ('bearers' in named)
    return {
      vi: `có ${String(named.bearers)} đơn vị cùng tên "${text}": ghi mã đơn vị thay cho tên`,
      en: `${String(named.bearers)} units are called "${text}": write the code of the unit instead`,
    };
  const alike = named.alike();
  const count = String(alike.length);
  if (alike.length === 0)
    return {
      vi: `không tìm thấy "${text}": ghi mã đơn vị, hoặc tên đúng từng chữ`,
      en: `there is no "${text}": write the code of the unit, or its exact name`,
    };
  return alike.length === 1
    ? {
        vi: `không có đơn vị tên "${text}"; có phải ${namesOf(alike, 'mã')}?`,
        en: `no unit is called "${text}"; is it ${namesOf(alike, 'code')}?`,
      }
    : {
        vi: `không có đơn vị tên "${text}"; có ${count} đơn vị tên gần giống (${namesOf(alike, 'mã')}): ghi mã đơn vị thay cho tên`,
        en: `no unit is called "${text}"; ${count} units have a name like it (${namesOf(alike, 'code')}): write the code of the unit instead`,
      };
};

const namesOf = (units: readonly NamedUnit[], code: string): string =>
  units
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi') || compareCodes(one, other))
    .slice(0, MOST_ALIKE)
    .map((unit) => `"${unit.name}"${unit.code === undefined ? '' : ` (${code} ${unit.code})`}`)
    .join(', ') + (units.length > MOST_ALIKE ? ', …' : '');

const compareCodes = ({ code: one = '' }: NamedUnit, { code: other = '' }: NamedUnit): number =>
  one.localeCompare(other);
