import type { ModelFile } from '../../../shared/api/generated/types.gen.ts';
import { lineageOf } from './lineage.ts';

const line = (id: string, part: object = {}) =>
  ({ id, name: `Mô hình ${id}`, unitName: `Đơn vị ${id}`, status: 'RECOGNIZED', originId: null, ...part }) as never;

const file = (part: Partial<ModelFile>) => ({ replicates: null, registrations: [], replicatedBy: [], ...part });

describe('the lineage of a model', () => {
  it('leads from its source through its cycles to what others made of it', () => {
    const nodes = lineageOf(
      file({
        replicates: line('s'),
        registrations: [line('a'), line('b', { originId: 'a' })],
        replicatedBy: [line('r')],
      }),
      'b',
    );
    expect(nodes.map(({ id, kind, from, depth, here }) => [id, kind, from, depth, here])).toEqual([
      ['s', 'SOURCE', undefined, 0, false],
      ['a', 'CYCLE', 0, 1, false],
      ['b', 'CYCLE', 1, 1, true],
      ['r', 'REPLICATION', 2, 2, false],
    ]);
  });

  it('puts what others made beneath the cycle it was recognized in, and a later cycle behind', () => {
    const next = line('b', { originId: 'a', status: 'DRAFT' });
    const nodes = lineageOf(file({ registrations: [next, line('a')], replicatedBy: [line('r'), line('q')] }), 'a');
    expect(nodes.map(({ id, from, depth }) => [id, from, depth])).toEqual([
      ['a', undefined, 0],
      ['r', 0, 1],
      ['q', 0, 1],
      ['b', 0, 0],
    ]);
  });

  it('begins with the model itself where it replicates none', () => {
    const [only] = lineageOf(file({ registrations: [line('a', { cycleName: '2026' })] }), 'a');
    expect(only).toMatchObject({ cycleName: '2026', from: undefined, depth: 0, here: true });
  });
});
