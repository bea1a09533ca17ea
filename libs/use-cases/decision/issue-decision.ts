import { decision, reject, type Actor, type Rejected } from '#domain';
import { deriveId } from '#engine';
import { authorize } from '#identity';
import type { Answer, Answered, Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { isRejected, runWorkflow, type Run } from '../run-workflow.ts';
import type { Rejection } from '../rejection.ts';
import { regulationFor } from '../regulation/rules.ts';
import { decisionWorkflow } from './decision-workflow.ts';

/** What a signer says: the book is the issuing body's; the number is the book's next one, or the one on the paper. */
export interface IssueRequest {
  readonly symbol: string;
  readonly docType: string;
  readonly issuedOn: string;
  readonly term?: string;
  readonly requested?: { readonly number: number; readonly text?: string };
  readonly capacity: string;
  readonly fileSha256: string;
}

type State = decision.DecisionState;
type Base = Pick<Run<State, decision.DecisionCommand>, 'id' | 'commandId' | 'said' | 'place'>;

/** Turns keys of number books into ids of streams: fixed for ever. */
const BOOKS = '0b9ad7f4-3c42-4b3c-8d53-6a1a6c1d7e20';

/**
 * Tries the decision dry, takes a number, issues with it. A number taken by a request that dies is used or given up by
 * the reaction `carry-on-issuing`; a signer who asks again under the same key gets the answer either way.
 */
export const issueDecision = async (
  ports: Ports,
  ask: Ask<'IssueDecision', IssueRequest>,
  base: Base,
): Promise<Answered> => {
  const stream = `decision-${base.id}`;
  const { state } = await ports.engine.load(stream, decision.decider);
  const unitId = state.status === 'NONE' ? undefined : state.unitId;
  const book = unitId === undefined ? '' : await bookOf(ports, ask.data, unitId);
  if (typeof book !== 'string') return book;
  const run = (documentNumber: decision.DocumentNumber, dryRun: boolean): Promise<Answered> =>
    runWorkflow(
      ports,
      decisionWorkflow,
      { ...ask, dryRun },
      {
        ...base,
        data: { documentNumber, capacity: ask.data.capacity, fileSha256: ask.data.fileSha256 },
        facts: ({ loaded }) => ports.decisionFacts.forIssue(loaded.state, ask.data.issuedOn),
      },
    );

  /** The reaction may have been faster with this very command: then its answer is the answer. */
  const unlessIssued = async (answer: Answered): Promise<Answered> =>
    isRejected(answer) && OVERTAKEN.has(answer.reason) && ask.dryRun !== true
      ? ((await issuedBy(ports, stream, base)) ?? answer)
      : answer;

  const already = unitId === undefined ? undefined : await issuedBy(ports, stream, base);
  if (already === undefined) {
    const tried = await run(provisional(ask.data, base.id, unitId ?? '', book), true);
    if (isRejected(tried)) return unlessIssued(tried);
    if (ask.dryRun === true) return tried;
  }
  const number = await reserveNumber(ports, ask, base, unitId ?? '', book);
  if ('kind' in number) return number;
  if (already !== undefined) return already;
  return unlessIssued(await run(number, false));
};

const OVERTAKEN: ReadonlySet<string> = new Set(['wrong-status', 'stale-revision']);

const bookOf = async (ports: Ports, request: IssueRequest, unitId: string): Promise<string | Rejected<Rejection>> => {
  const [rules, directory] = await Promise.all([ports.rules.current(), ports.directory.current()]);
  const content = regulationFor(rules, directory.tree, unitId, request.issuedOn);
  const key = decision.bookKey({ ...request, issuerId: unitId }, content?.numbering.resets ?? 'YEAR');
  return typeof key === 'string' ? deriveId(BOOKS, key) : key;
};

const details = (
  request: IssueRequest,
  decisionId: string,
  issuerId: string,
  bookId: string,
): decision.ReserveNumber['data'] => ({
  ...request,
  decisionId,
  issuerId,
  bookId,
});

const provisional = (
  request: IssueRequest,
  decisionId: string,
  issuerId: string,
  bookId: string,
): decision.DocumentNumber =>
  decision.documentNumberOf(details(request, decisionId, issuerId, bookId), request.requested?.number ?? 1);

const reserveNumber = async (
  ports: Ports,
  ask: Ask<'IssueDecision', IssueRequest>,
  { id, commandId }: Base,
  unitId: string,
  bookId: string,
): Promise<decision.DocumentNumber | Rejected<Rejection>> => {
  const stream = `numbering-${bookId}`;
  const reserveId = deriveId(commandId, 'reserve-number');
  const answer = await ports.engine.run<
    decision.NumberingState,
    decision.NumberingEvent,
    decision.ReserveNumber,
    Rejection
  >({
    stream,
    decider: decision.numbering.decider,
    commandId: reserveId,
    body: { said: ask.data, decisionId: id, caller: ask.caller },
    prepare: async () => {
      const actor = await signer(ports, ask, unitId);
      if (actor === undefined) return reject('role-not-allowed');
      const meta = { commandId: reserveId, actor, at: ports.clock.now(), correlationId: commandId };
      return { type: 'ReserveNumber', data: details(ask.data, id, unitId, bookId), facts: {}, meta };
    },
  });
  if (answer.kind === 'rejected') return answer;
  const { state } = await ports.engine.load(stream, decision.numbering.decider);
  return decision.numberOf(state, id) ?? reject('number-voided', { params: { number: '' } });
};

const signer = async (
  ports: Ports,
  { caller }: Pick<Ask<'IssueDecision', unknown>, 'caller'>,
  unitId: string,
): Promise<Actor | undefined> => {
  if (caller.kind !== 'person') return undefined;
  const directory = await ports.directory.current();
  const roles = decision.numbering.rights.ReserveNumber;
  const actor = authorize(directory, { personId: caller.personId, roles, unitId, at: ports.clock.now() });
  return typeof actor === 'string' ? undefined : actor;
};

/** The answer, when this very command has issued the decision, itself or through the reaction that carried it on. */
const issuedBy = async (ports: Ports, stream: string, { id, commandId }: Base): Promise<Answer | undefined> => {
  const { state, revision } = await ports.engine.load(stream, decision.decider);
  if (state.status !== 'ISSUED' && state.status !== 'COMPLETED') return undefined;
  const events = await ports.store.readStream(stream, { from: 0, limit: Math.min(revision + 1, 50) });
  const event = events.find(({ type }) => type === 'DecisionIssued');
  if (event === undefined || event.meta.correlationId !== commandId) return undefined;
  return { kind: 'done', id, commandId, revision: event.revision, position: event.position, events: [event.type] };
};
