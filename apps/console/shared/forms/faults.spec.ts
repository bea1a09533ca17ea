import type { TFunction } from 'i18next';
import { atFields, faultsOf } from './faults.ts';

const t = ((key: string) => key) as unknown as TFunction;
const DETAIL = 'Không ghi được.';

const SHOWN = [
  ['reason'],
  ['team'],
  ['scores'],
  ['scores', 0, 'points'],
  ['scores', 1, 'points'],
  ['document', 'number'],
];

/** What the api answers, with its errors as `[pointer, message]`. */
const shown = (...errors: readonly (readonly [pointer: string, message: string])[]) =>
  faultsOf(
    {
      ...{ type: 'urn:kheo:problem:x', title: 'Không đúng quy định', status: 422, code: 'x', detail: DETAIL },
      ...{ instance: 'urn:kheo:trace:1', traceId: '1' },
      errors: errors.map(([pointer, message]) => ({ pointer, message, code: 'x' })),
    },
    SHOWN,
    t,
  );

describe('what the api finds wrong with what was typed', () => {
  it('stands at its field, in a row of a list too', () => {
    const faults = shown(['/reason', 'Phải nêu lý do.'], ['/scores/1/points', 'Không được lớn hơn 20.']);
    expect(atFields(faults)).toEqual([
      { name: ['reason'], errors: ['Phải nêu lý do.'] },
      { name: ['scores', 1, 'points'], errors: ['Không được lớn hơn 20.'] },
    ]);
  });

  it('stands at the nearest field: of what is one field with others at that one, of a part at its first', () => {
    const faults = shown(
      ['/team/1', 'Đã nêu ở trên.'],
      ['/team/2', 'Không phải người thẩm định.'],
      ['/scores/1', 'Không có tiêu chí này.'],
      ['/scores', 'Còn thiếu điểm.'],
      ['/document', 'Bắt buộc phải có.'],
    );
    expect(atFields(faults)).toEqual([
      { name: ['team'], errors: ['Đã nêu ở trên.', 'Không phải người thẩm định.'] },
      { name: ['scores', 1, 'points'], errors: ['Không có tiêu chí này.'] },
      { name: ['scores'], errors: ['Còn thiếu điểm.'] },
      { name: ['document', 'number'], errors: ['Bắt buộc phải có.'] },
    ]);
  });

  it('is never lost: what lies in no field is told with what does', () => {
    const faults = shown(['/reason', 'Phải nêu lý do.'], ['/unitId', 'Không có đơn vị này.'], ['If-Match', '']);
    expect(faults.map(({ path, message }) => [path.join('/'), message])).toEqual([
      ['reason', 'Phải nêu lý do.'],
      ['', 'Không có đơn vị này.'],
      ['', DETAIL],
    ]);
    expect(atFields(faults)).toHaveLength(1);
  });

  it('is about the whole where none lies in a field, also where a field is called as what every object has', () => {
    expect(shown()).toEqual([]);
    expect(shown(['/unitId', 'Không có đơn vị này.'])).toEqual([]);
    expect(shown(['/toString', 'Không có.'])).toEqual([]);
    expect(shown(['', 'Phải là một đối tượng.'])).toEqual([]);
  });
});
