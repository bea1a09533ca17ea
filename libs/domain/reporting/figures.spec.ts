import fc from 'fast-check';
import type { FigureDefinition } from '../regulation/events.ts';
import { completeFigures, sumFigures } from './figures.ts';

const definitions: readonly FigureDefinition[] = [
  { code: 'A', name: 'Một', required: true },
  { code: 'B', name: 'Hai' },
  { code: 'C', name: 'Ba', sumOf: ['A', 'B'] },
  { code: 'D', name: 'Bốn', sumOf: ['C', 'K'] },
  { code: 'K', name: 'Biết', known: 'REGISTERED' },
];
const complete = (typed: Record<string, number | null>, locked: Record<string, number | null> = { K: 7 }) =>
  completeFigures(definitions, typed, locked);

describe('the figures of a report', () => {
  it('are completed: totals of totals too', () => {
    expect(complete({ A: 1, B: 2 })).toMatchObject({ figures: { A: 1, B: 2, C: 3, D: 10, K: 7 } });
    expect(complete({ A: 1, C: 1 })).toMatchObject({ figures: { A: 1, B: null, C: 1, D: 8, K: 7 } });
  });

  it('tell 0 from no data', () => {
    const optional: readonly FigureDefinition[] = [
      { code: 'B', name: 'Hai' },
      { code: 'C', name: 'Ba', sumOf: ['B'] },
    ];
    expect(completeFigures(optional, { B: 0 }, {})).toMatchObject({ figures: { B: 0, C: 0 } });
    expect(completeFigures(optional, {}, {})).toMatchObject({ figures: { B: null, C: null } });
  });

  it.each([
    [
      'figure-unknown',
      { A: 1, X: 1 },
      {
        pointer: '/figures/X',
        params: { figure: 'X', figures: ['A (Một)', 'B (Hai)', 'C (Ba)', 'D (Bốn)', 'K (Biết)'] },
      },
    ],
    ['figure-unknown', { A: 1, 'x/y~': 1 }, { pointer: '/figures/x~1y~0' }],
    ['figure-unknown', { A: 1, constructor: 1 }, {}],
    ['figure-invalid', { A: 1.5 }, { pointer: '/figures/A', params: { figure: 'Một' } }],
    ['figure-invalid', { A: -1 }, {}],
    ['figure-invalid', { A: Number.NaN }, {}],
    ['figure-invalid', { A: 1, B: 1e12 + 1 }, { pointer: '/figures/B', params: { figure: 'Hai', max: 1e12 } }],
    ['figure-invalid', { A: 1e12, B: 1 }, { pointer: '/figures/C', params: { figure: 'Ba', max: 1e12 } }],
    ['figure-locked', { A: 1, K: 8 }, { pointer: '/figures/K', params: { figure: 'Biết', expected: 7 } }],
    ['figure-locked', { A: 1, K: null }, {}],
    ['figures-do-not-add-up', { A: 1, B: 2, C: 4 }, { params: { figure: 'Ba', expected: 3, actual: 4 } }],
    ['figures-do-not-add-up', { A: 1, D: 9 }, { params: { figure: 'Bốn', expected: 8, actual: 9 } }],
    ['figure-required', { B: 1 }, { pointer: '/figures/A', params: { figure: 'Một' } }],
    ['figure-required', { A: null }, {}],
  ])('are refused with %s: %j', (reason, typed, details) => {
    expect(complete(typed)).toMatchObject({ kind: 'rejected', reason, ...details });
  });

  it('may repeat what is locked, data or none', () => {
    expect(complete({ A: 1, K: 7 })).toMatchObject({ kind: 'completed' });
    expect(complete({ A: 1, K: null }, { K: null })).toMatchObject({ kind: 'completed' });
    expect(complete({ A: 1, K: 0 }, { K: null })).toMatchObject({ reason: 'figure-locked', params: { expected: '–' } });
  });

  it('are taken as they are where everything is locked', () => {
    const locked = { A: null, B: 2, C: 9, D: null, K: 7 };
    expect(complete({}, locked)).toEqual({ kind: 'completed', figures: locked });
  });

  it('have no total that contradicts parts without data', () => {
    const optional: readonly FigureDefinition[] = [
      { code: 'B', name: 'Hai' },
      { code: 'C', name: 'Ba', sumOf: ['B'] },
    ];
    expect(completeFigures(optional, { C: 1 }, {})).toMatchObject({
      reason: 'figures-do-not-add-up',
      params: { expected: '–', actual: 1 },
    });
  });

  it('end although a regulation sums in a circle', () => {
    const circle: readonly FigureDefinition[] = [
      { code: 'A', name: 'Một', sumOf: ['B'] },
      { code: 'B', name: 'Hai', sumOf: ['A'] },
    ];
    expect(completeFigures(circle, {}, {})).toMatchObject({ figures: { A: null, B: null } });
  });
});

describe('figures of several reports', () => {
  it('add up as by hand, whatever their order; no data is not 0', () => {
    const figure = fc.option(fc.nat(1000));
    const reports = fc.array(fc.record({ A: figure, B: figure }, { requiredKeys: ['A'] }), { maxLength: 20 });
    fc.assert(
      fc.property(reports, (all) => {
        const byHand = (code: 'A' | 'B') => {
          let sum: number | null = null;
          for (const each of all) {
            const value = each[code];
            if (value !== undefined && value !== null) sum = (sum ?? 0) + value;
          }
          return sum;
        };
        const [a, b] = definitions;
        const summed = sumFigures([a!, b!], all);
        expect(summed).toEqual({ A: byHand('A'), B: byHand('B') });
        expect(sumFigures([a!, b!], [...all].reverse())).toEqual(summed);
      }),
    );
  });
});
