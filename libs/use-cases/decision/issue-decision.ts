import { decision, reject, SYSTEM, type Actor, type Rejected } from '#domain';
import { deriveId, isRejected } from '#engine';
import { evidenceRefs } from '../evidence-refs.ts';
import { senderOf, type Answer, type Answered, type Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { runWorkflow } from '../run-workflow.ts';
import type { Rejection } from '../rejection.ts';
import { type Base, bodyOf, decisionWorkflow, NO_NUMBER } from './decision-workflow.ts';
import { claimPaper } from './claim-paper.ts';
import { bookOf, numberingOf } from './number-books.ts';

/** What a signer says: the book is the issuing body's; the number is the book's next one, or the one on the paper. */
export interface IssueRequest {
  readonly symbol: string;
  readonly docType: string;
  readonly issuedOn: string;
  readonly term?: string;
  /** `gap` names how many numbers stay empty below it. */
  readonly requested?: { readonly number: number; readonly text?: string; readonly gap?: number };
  readonly capacity: string;
  /** The signed paper, where it is stored already. */
  readonly paperId?: string;
  readonly fileSha256?: string;
}

type State = decision.DecisionState;

/** What issuing answers: on a dry run with the items, by name, that would drop out. */
export type AnswerToIssue = Answer & { readonly dropping?: readonly string[] };

/**
 * Takes a number for a decision that would be issued, and issues it with that. A number taken by a request that dies is
 * used or given up by the reaction `carry-on-issuing`; a signer who asks again under the same key gets the answer either
 * way.
 */
export const issueDecision = async (
  ports: Ports,
  ask: Ask<'IssueDecision', IssueRequest>,
  base: Base,
): Promise<AnswerToIssue | Rejected<Rejection>> => {
  let dropping: readonly string[] = [];
  const { issuedOn, capacity, fileSha256, requested, paperId } = ask.data;
  const answer = await runWorkflow(ports, decisionWorkflow, ask, {
    ...base,
    data: { documentNumber: NO_NUMBER, capacity, ...(fileSha256 === undefined ? {} : { fileSha256 }) },
    facts: async ({ loaded }) => {
      const facts = await ports.decisionFacts.forIssue(loaded.state, issuedOn);
      dropping = facts.changed;
      return facts;
    },
    complete: async (command, context) => {
      const { loaded, actor } = context;
      const { state } = loaded;
      const [paper] = await evidenceRefs({ ports, actor }, [paperId], bodyOf(state));
      if (paperId !== undefined && paper === undefined) return reject('evidence-unknown', { pointer: '/paperId' });
      const signed = paper === undefined ? {} : { paper };
      const wanted = await entryFor(ports, { ...ask.data, ...signed }, state);
      if (isRejected(wanted)) return wanted;
      const bearing = (documentNumber: decision.DocumentNumber) =>
        ({ ...command, data: { ...command.data, ...signed, documentNumber } }) as decision.IssueDecision;
      const tried = bearing(decision.documentNumberOf(wanted, requested?.number ?? 1));
      if (decision.decide(tried, state).kind === 'rejected') return tried;
      const paperOf = paper && (await claimPaper(paper, context, ask.dryRun === true));
      if (paperOf !== undefined) return { ...tried, facts: { ...tried.facts, paperOf } };
      const number = await reserveNumber(ports, ask, base, wanted, actor);
      if (isRejected(number)) return number;
      return number === undefined ? tried : bearing(number);
    },
  });
  if (isRejected(answer)) return (await carriedOn(ports, ask, base)) ?? answer;
  return ask.dryRun === true ? { ...answer, dropping } : answer;
};

/** What is entered in the book of the issuing body. */
const entryFor = async (
  ports: Ports,
  request: IssueRequest & Pick<decision.ReserveNumber['data'], 'paper'>,
  state: State,
): Promise<decision.ReserveNumber['data'] | Rejected<Rejection>> => {
  if (state.status === 'NONE') return reject('not-found');
  const { decisionId, unitId: issuerId } = state;
  const { types, resets } = await numberingOf(ports, { issuerId, issuedOn: request.issuedOn });
  const type = decision.documentTypeOf(types, request.docType);
  if (type === undefined) {
    const names = types.map(({ name }) => name);
    return reject('document-type-unknown', { pointer: '/docType', params: { type: request.docType, types: names } });
  }
  if (!decision.isSymbolOf(type, request.symbol))
    return reject('symbol-of-another-type', {
      pointer: '/symbol',
      params: { symbol: request.symbol, type: type.name, abbreviation: type.abbreviation },
    });
  const book = await bookOf(ports, { ...request, decisionId, issuerId }, type, resets);
  if (isRejected<Rejection>(book)) return book;
  const { bookId, docType, others } = book;
  const number = request.requested?.number;
  if (number !== undefined && others.some(({ state: other }) => decision.entryOf(other, number)?.kind === 'RESERVED'))
    return reject('number-taken', { pointer: '/requested/number', params: { number } });
  return { ...request, bookId, docType, decisionId, issuerId };
};

/** The number that was taken; undefined on a dry run of one that would be. */
const reserveNumber = async (
  ports: Ports,
  ask: Ask<'IssueDecision', IssueRequest>,
  { id, commandId }: Base,
  data: decision.ReserveNumber['data'],
  actor: Actor,
): Promise<decision.DocumentNumber | undefined | Rejected<Rejection>> => {
  const stream = `numbering-${data.bookId}`;
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
    dryRun: ask.dryRun === true,
    body: { said: ask.data, decisionId: id, caller: senderOf(ask.caller) },
    prepare: () => {
      const meta = { commandId: reserveId, actor, at: ports.clock.now(), correlationId: commandId };
      return { type: 'ReserveNumber', data, facts: {}, meta };
    },
  });
  if (answer.kind === 'rejected') return answer;
  if (ask.dryRun === true) return undefined;
  const { state } = await ports.engine.load(stream, decision.numbering.decider);
  return decision.numberOf(state, id) ?? reject('number-voided');
};

/** The answer, when the reaction was faster with this very command: the same caller said the same under its id. */
const carriedOn = async (
  ports: Ports,
  ask: Ask<'IssueDecision', IssueRequest>,
  base: Base,
): Promise<Answered | undefined> => {
  const { id, commandId } = base;
  const stream = `decision-${id}`;
  const { state, revision } = await ports.engine.load(stream, decision.decider);
  if (state.status !== 'ISSUED' && state.status !== 'COMPLETED') return undefined;
  const events = await ports.store.readStream(stream, { from: 0, limit: Math.min(revision + 1, 50) });
  const event = events.find(({ type }) => type === 'DecisionIssued');
  if (event === undefined || event.meta.correlationId !== commandId) return undefined;
  const wanted = await entryFor(ports, ask.data, state);
  const number = isRejected(wanted) ? wanted : await reserveNumber(ports, ask, base, wanted, SYSTEM);
  if (isRejected(number)) return number;
  return { kind: 'done', id, commandId, revision: event.revision, position: event.position, events: [event.type] };
};
