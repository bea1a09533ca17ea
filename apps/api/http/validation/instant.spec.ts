import { instantOf } from './instant.ts';

describe('an instant as somebody writes it', () => {
  it.each([
    ['2026-06-22T10:00:00.000Z', '2026-06-22T10:00:00.000Z'],
    ['2026-06-22T10:00:00Z', '2026-06-22T10:00:00.000Z'],
    ['2026-06-22t10:00z', '2026-06-22T10:00:00.000Z'],
    ['2026-06-22T17:00:00+07:00', '2026-06-22T10:00:00.000Z'],
    ['2026-06-22T05:30:00.123456789-04:30', '2026-06-22T10:00:00.123Z'],
  ])('%s is %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });

  it('is the last moment of a day in Vietnam where a day is named', () => {
    expect(instantOf('2026-06-22')).toBe('2026-06-22T16:59:59.999Z');
    expect(instantOf('2024-02-29')).toBe('2024-02-29T16:59:59.999Z');
  });

  it.each([
    ...['2026-02-29', '2026-02-29T10:00:00Z', '2026-06-22T24:00:00Z', '2026-06-22T10:60:00Z', '2026-06-22T10:00:00'],
    ...[
      '2026-06-22 10:00:00Z',
      '22/06/2026',
      'hôm qua',
      '',
      '2026-06-22T10:00:00+25:00',
      '1e3',
      '+002026-06-22T10:00Z',
    ],
  ])('is not %j', (text) => {
    expect(instantOf(text)).toBeUndefined();
  });
});
