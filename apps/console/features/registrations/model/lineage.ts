import type { ModelFile, RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';

export interface LineageNode {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  /** The cycle, of this model’s own registrations. */
  readonly cycleName: string | null;
  readonly status: RegistrationDetail['status'];
  readonly kind: 'SOURCE' | 'CYCLE' | 'REPLICATION';
  /** Place in the list of what it came from; none for the first. */
  readonly from: number | undefined;
  readonly depth: number;
  readonly here: boolean;
}

type Line = ModelFile['registrations'][number];

/**
 * What a model came from, its own cycles one after the other, and beneath the cycle it was recognized in what others made
 * of it: parents stand before their children, so that a line is drawn downwards.
 */
export const lineageOf = (
  { replicates, registrations, replicatedBy }: Pick<ModelFile, 'replicates' | 'registrations' | 'replicatedBy'>,
  here: string,
): readonly LineageNode[] => {
  const source = replicates === null ? [] : [{ ...nodeOf(replicates, here), kind: 'SOURCE' as const }];
  const first = source.length;
  const cycles = [...registrations].sort(
    (left, right) => generation(left, registrations) - generation(right, registrations),
  );
  const recognized = cycles.findLastIndex(({ status }) => status === 'RECOGNIZED' || status === 'REVOKED');
  const copied = recognized === -1 ? cycles.length - 1 : recognized;
  const placeOf = (cycle: number): number => first + cycle + (cycle > copied ? replicatedBy.length : 0);
  const own = cycles.map((registration, cycle) => ({
    ...nodeOf(registration, here),
    cycleName: registration.cycleName,
    from: first + cycle === 0 ? undefined : cycle === 0 ? 0 : placeOf(cycle - 1),
    depth: first,
  }));
  const adopted = replicatedBy.map((registration) => ({
    ...nodeOf(registration, here),
    kind: 'REPLICATION' as const,
    from: placeOf(copied),
    depth: first + 1,
  }));
  return [...source, ...own.slice(0, copied + 1), ...adopted, ...own.slice(copied + 1)];
};

/** How many cycles of the same model lie before a registration. */
const generation = ({ id, originId }: Line, all: readonly Line[]): number => {
  const origin = all.find((each) => each.id === originId && each.id !== id);
  return origin === undefined ? 0 : 1 + generation(origin, all);
};

type Named = Pick<LineageNode, 'id' | 'name' | 'status'> & { readonly unitName: string | null };

const nodeOf = ({ id, name, unitName, status }: Named, here: string): LineageNode => ({
  ...{ id, name, status, unitName: unitName ?? '' },
  ...{ cycleName: null, kind: 'CYCLE', from: undefined, depth: 0, here: id === here },
});
