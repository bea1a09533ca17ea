import { localDateOf, organization, registration, reject, type DocumentKind, type Rejected } from '#domain';
import { authorize } from '#identity';
import { searchRegistrations, type RegistrationRow } from '#read-models';
import { allPages, type Reader } from '../reading/reader.ts';
import { regulationFor, regulationOf, type Rejection } from '#use-cases';

const LIVE = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'REGISTERED',
  'IN_PROGRESS',
  'RECOGNITION_REQUESTED',
  'SUPPLEMENT_REQUIRED',
  'UNDER_APPRAISAL',
  'APPRAISED',
] as const;

/** What would change for the live registrations under the regulation's unit, were it in force. */
export const dryRunRegulation = async (
  reader: Reader,
  id: string,
  againstId: string | undefined,
  me: string,
): Promise<{ readonly changes: readonly registration.DryRunChange[] } | Rejected<Rejection>> => {
  const [rules, directory] = await Promise.all([reader.ports.rules.current(), reader.directory()]);
  const next = regulationOf(rules, id);
  if (next === undefined) return reject('not-found');
  const roles = ['STANDING_BODY_OFFICER', 'DECISION_SIGNER'] as const;
  const right = authorize(directory, { personId: me, roles, unitId: next.unitId, at: reader.now });
  if (typeof right === 'string') return reject('forbidden');
  const date = localDateOf(reader.now);
  const current =
    againstId === undefined
      ? regulationFor(rules, directory.tree, next.unitId, date)
      : regulationOf(rules, againstId)?.content;
  if (current === undefined) return reject('regulation-missing', { pointer: '/againstRegulationId' });
  const rows = await liveRows(reader, next.unitId);
  const registrations = await Promise.all(rows.map((row) => dryRunFacts(reader, directory.tree, row)));
  return { changes: registration.dryRun(current, next.content, registrations.flat()) };
};

const liveRows = async (reader: Reader, unitId: string): Promise<readonly RegistrationRow[]> => {
  const unitIds = await reader.unitsUnder(unitId);
  const { value } = await reader.ask(['register'], (db) =>
    allPages((page) => searchRegistrations(db, { scope: { unitIds }, status: LIVE, ...page })),
  );
  return value;
};

const dryRunFacts = async (
  reader: Reader,
  tree: organization.UnitTree,
  { id }: Pick<RegistrationRow, 'id'>,
): Promise<readonly registration.DryRunRegistration[]> => {
  const stream = `registration-${id}`;
  const { state, revision } = await reader.ports.engine.load(stream, registration.decider);
  if (state.status === 'NONE') return [];
  const { form, unitId } = state.core;
  const unitKind = organization.kindOf(tree, unitId);
  if (unitKind === undefined) return [];
  const events = await reader.ports.store.readStream(stream, { from: 0, limit: revision + 1 });
  const vote = events.findLast(({ type }) => type === 'VoteHeld')?.data as
    NonNullable<registration.DryRunRegistration['vote']> | undefined;
  const documents = events.flatMap(({ data }) => kindsIn(data));
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
      documents,
      teamSize: team.length,
      scores,
      ...('startedOn' in state ? { startedOn: state.startedOn } : {}),
      ...(vote === undefined ? {} : { vote }),
    },
  ];
};

const kindsIn = (data: unknown): readonly DocumentKind[] => {
  const evidence = (data as { readonly evidence?: readonly { readonly kind: DocumentKind }[] }).evidence;
  return evidence?.map(({ kind }) => kind) ?? [];
};
