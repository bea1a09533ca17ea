import 'reflect-metadata';
import { checkShape } from './check-shape.ts';
import {
  IdField,
  IdsInQuery,
  ListOf,
  LocalDateField,
  NumbersByCode,
  OneOf,
  Shaped,
  Text,
  WholeNumber,
  WholeNumberText,
} from './fields.ts';
import { NoFields, validate } from './validate.ts';

class Row {
  @WholeNumber({ min: 0, max: 10 }) points: number;
}

class Body {
  @Text({ max: 10 }) name: string;
  @LocalDateField({ optional: true }) dueOn?: string;
  @LocalDateField({ optional: true, notBefore: 'dueOn' }) until?: string;
  @IdField({ optional: true }) unitId?: string;
  @OneOf(['A', 'B'], { optional: true }) kind?: string;
  @OneOf(['A', 'B'], { optional: true, anyCase: true }) letter?: string;
  @Shaped(/^H1-\d{4}$/u, { optional: true }) period?: string;
  @WholeNumberText({ optional: true, min: 1, max: 200 }) limit?: number;
  @NumbersByCode({ optional: true, max: 2, each: { min: 0, max: 1000 } }) figures?: Readonly<
    Record<string, number | null>
  >;
  @IdsInQuery({ optional: true, min: 1, max: 2 }) ids?: readonly string[];
  @ListOf(() => Row, { optional: true, max: 2 }) rows?: readonly Row[];
}

const faults = (input: unknown): unknown => {
  const result = validate(Body, input);
  return result.kind === 'valid' ? [] : result.faults.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('a body', () => {
  it('is taken with its text tidied to NFC', () => {
    const result = validate(Body, { name: '  Đổi  mới '.normalize('NFD') });
    expect(result).toMatchObject({ kind: 'valid', value: { name: 'Đổi mới' } });
  });

  it('takes ids with commas, or one by one', () => {
    const ids = ['1afc8d2e-6c99-5e69-a455-7bf1b8edf06d', '2808cf3e-652c-54d6-8ae7-a8ab35be3262'];
    for (const given of [ids, ids.join()])
      expect(validate(Body, { name: 'a', ids: given })).toMatchObject({ kind: 'valid', value: { ids } });
  });

  it('takes a name of a list in any case, and figures with or without data', () => {
    const result = validate(Body, { name: 'a', letter: 'b', period: 'H1-2026', figures: { A: 0, B: null } });
    expect(result).toMatchObject({ kind: 'valid', value: { letter: 'B', figures: { A: 0, B: null } } });
  });

  it.each([{ dueOn: '2026-03-02', until: '2026-03-02' }, { until: '2026-03-02' }, { dueOn: '2026-03-02' }])(
    'takes days that may follow one another: %j',
    (days) => {
      expect(faults({ name: 'a', ...days })).toEqual([]);
    },
  );

  it.each([
    [{}, '/name required'],
    [{ name: null }, '/name not-text'],
    [{ name: 'a\u0007' }, '/name control-character'],
    [{ name: 'x'.repeat(11) }, '/name too-long'],
    [{ name: 'a', dueOn: '2026-02-30' }, '/dueOn not-a-date'],
    [{ name: 'a', dueOn: null }, '/dueOn not-a-date'],
    [{ name: 'a', dueOn: '2026-03-02', until: '2026-03-01' }, '/until too-early'],
    [{ name: 'a', unitId: 'x' }, '/unitId not-an-id'],
    [{ name: 'a', kind: 'C' }, '/kind not-one-of'],
    [{ name: 'a', letter: 'c' }, '/letter not-one-of'],
    [{ name: 'a', period: 'H1-26' }, '/period malformed'],
    [{ name: 'a', figures: [] }, '/figures not-an-object'],
    [{ name: 'a', figures: { A: 1, B: 1.5 } }, '/figures/B not-a-whole-number'],
    [{ name: 'a', figures: { A: 1, 'B/C': '1' } }, '/figures/B~1C not-a-whole-number'],
    [{ name: 'a', figures: { A: 1, B: 2 ** 53 } }, '/figures/B too-large'],
    [{ name: 'a', figures: { A: 1, B: 1, C: 1 } }, '/figures too-many'],
    [{ name: 'a', limit: '99999999999999999999' }, '/limit too-large'],
    [{ name: 'a', limit: '1.5' }, '/limit not-a-whole-number'],
    [{ name: 'a', ids: '' }, '/ids not-an-id'],
    [{ name: 'a', ids: 'a,b,c' }, '/ids too-many'],
    [{ name: 'a', rows: {} }, '/rows not-a-list'],
    [{ name: 'a', rows: [{ points: 1.5 }] }, '/rows/0/points not-a-whole-number'],
    [{ name: 'a', rows: [{ points: 1, x: 1 }] }, '/rows/0/x unknown-field'],
    [{ name: 'a', status: 'RECOGNIZED' }, '/status unknown-field'],
  ])('%j is refused: %s', (input, fault) => {
    expect(faults(input)).toContain(fault);
  });

  it('that should be empty holds nothing', () => {
    expect(validate(NoFields, { revision: 1 })).toMatchObject({ kind: 'invalid' });
    expect(validate(NoFields, {})).toMatchObject({ kind: 'valid' });
  });

  it('never reaches a prototype, holds NUL or nests without end', () => {
    const deep = JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`) as unknown;
    const codes = [
      JSON.parse('{"__proto__":{}}'),
      { constructor: {} },
      { a: '\0' },
      { a: Number.POSITIVE_INFINITY },
      deep,
    ];
    expect(codes.map((value) => checkShape(value)?.code)).toEqual([
      'reserved-name',
      'reserved-name',
      'control-character',
      'not-a-number',
      'too-deep',
    ]);
  });
});
