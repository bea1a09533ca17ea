import { useQueries } from '@tanstack/react-query';
import { unitsQueriesSigningBodiesOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { DecisionDraftBody, SigningBodies } from '../../../shared/api/generated/types.gen.ts';
import { useWho } from '../../../shared/session.tsx';

type Body = SigningBodies['items'][number] & {
  /** One's own unit is open even where it signs for none of its kind: for units below it may. */
  readonly open: boolean;
};

/** The bodies over one's own units that sign an act, the nearest first, and those that do not. */
export const useBodies = (
  act: DecisionDraftBody['act'] | undefined,
): { readonly bodies: readonly Body[]; readonly loading: boolean } => {
  const { appointments } = useWho();
  const own = [...new Set(appointments.map(({ unitId }) => unitId))];
  const found = useQueries({
    queries:
      act === undefined ? [] : own.map((id) => unitsQueriesSigningBodiesOptions({ path: { id }, query: { act } })),
  });
  const all = found.flatMap(({ data }) => data?.items ?? []);
  const once = new Map(all.map((body) => [body.unitId, { ...body, open: body.eligible || own.includes(body.unitId) }]));
  return { bodies: [...once.values()], loading: found.some(({ isPending }) => isPending) };
};
