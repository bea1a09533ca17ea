import { localDateOf, organization, registration, regulation, reject, type Rejected } from '#domain';
import { inChunks } from '#engine';
import { authorize, coveredBy, type DirectoryState } from '#identity';
import { allPages, inSnapshot, searchRegistrations } from '#read-models';
import type { Ports } from '../ports.ts';
import { named } from '../named-refusal.ts';
import { notYours } from '../run-workflow.ts';
import type { Rejection } from '../rejection.ts';
import { regulationFor, regulationOf } from './rules.ts';

/** Registrations tried at once: each takes the reading of its stream. */
const AT_ONCE = 64;

/** A person asks what another regulation would change; `againstId` is what it is compared with, the one in force unless told. */
export interface DryRunAsk {
  readonly id: string;
  readonly againstId?: string | undefined;
  readonly personId: string;
}

/** What would change for the live registrations under the regulation's unit, were it in force. */
export const dryRunRegulation = async (
  ports: Ports,
  { id, againstId, personId }: DryRunAsk,
): Promise<{ readonly changes: readonly registration.DryRunChange[] } | Rejected<Rejection>> => {
  const [rules, directory] = await Promise.all([ports.rules.current(), ports.directory.current()]);
  const { tree } = directory;
  const next = regulationOf(rules, id);
  if (next === undefined) return reject('not-found');
  const at = ports.clock.now();
  if (typeof authorize(directory, { personId, roles: regulation.MAY_TRY, unitId: next.unitId, at }) === 'string')
    return named(ports, { kind: 'person', personId }, notYours(regulation.MAY_TRY, next.unitId));
  const current =
    againstId === undefined
      ? regulationFor(rules, tree, next.unitId, localDateOf(at))
      : regulationOf(rules, againstId)?.content;
  if (current === undefined) return reject('regulation-missing', { pointer: '/againstRegulationId' });
  const ids = await liveUnder(ports, directory, next.unitId);
  const changes = await inChunks(ids, AT_ONCE, async (each) =>
    registration.dryRun(current, next.content, await dryRunFacts(ports, tree, each)),
  );
  return { changes: changes.flat() };
};

const liveUnder = async (
  { readModels, clock }: Ports,
  { tree }: DirectoryState,
  unitId: string,
): Promise<readonly string[]> => {
  const covered = coveredBy(tree, unitId, localDateOf(clock.now()));
  const scope = { unitIds: covered.length === 0 ? [unitId] : covered };
  const { value } = await inSnapshot(readModels, ['register'], (db) =>
    allPages(async (page) => {
      const { items, next } = await searchRegistrations(db, { scope, status: registration.BEFORE_DECISION, ...page });
      return { items: items.map((row) => row.id), next };
    }),
  );
  return value;
};

const dryRunFacts = async (
  { engine, store }: Ports,
  tree: organization.UnitTree,
  id: string,
): Promise<readonly registration.DryRunRegistration[]> => {
  const stream = `registration-${id}`;
  const { state, revision } = await engine.load(stream, registration.decider);
  if (state.status === 'NONE') return [];
  const { form, unitId } = state.core;
  const unitKind = organization.kindOf(tree, unitId);
  if (unitKind === undefined) return [];
  const events = await store.readStream(stream, { from: 0, limit: revision + 1 });
  const vote = events.findLast((event) => event.type === 'VoteHeld')?.data;
  const documents = events.flatMap(({ data }) => ('evidence' in data ? (data.evidence ?? []) : []));
  const team = 'appraisal' in state ? state.appraisal.team : [];
  const scores = team.flatMap((member) =>
    member.scores === undefined ? [] : [{ personId: member.personId, scores: member.scores }],
  );
  return [
    {
      registrationId: id,
      unitKind,
      status: state.status,
      form,
      documents: documents.map(({ kind }) => kind),
      teamSize: team.length,
      scores,
      ...('startedOn' in state ? { startedOn: state.startedOn } : {}),
      ...(vote === undefined ? {} : { vote }),
    },
  ];
};
