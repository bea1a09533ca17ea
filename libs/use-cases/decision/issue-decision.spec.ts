import { createHash, randomUUID } from 'node:crypto';
import { decision, everFolded, regulation } from '#domain';
import { adjustableClock, createEngine, deriveId } from '#engine';
import { createEventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory } from '#identity';
import { appraisedModels, createDecisionFixture, frozenDecision } from '#support/histories';
import type { Ports } from '../ports.ts';
import { createRules } from '../regulation/rules.ts';
import { writer } from '../testing/movement.ts';
import { createDecisionFacts } from './decision-facts.ts';
import { decisionUseCase } from './decision.use-case.ts';
import type { IssueRequest } from './issue-decision.ts';
import { nextNumbers } from './next-numbers.ts';

const OFFICER = { personId: 'person-officer', role: 'STANDING_BODY_OFFICER', unitId: 'unit-province' } as const;

/** A province with a signer, and frozen decisions for them to sign. */
const setUp = async () => {
  const store = createEventLog(createMemoryEventStore());
  const engine = createEngine({ store });
  const fixture = await createDecisionFixture(store);
  const { provinceId } = fixture;
  const write = writer(store, OFFICER);
  const signer = randomUUID();
  const appointment = { personId: signer, appointmentId: randomUUID(), unitId: provinceId, role: 'DECISION_SIGNER' };
  await write(`person-${signer}`, { type: 'PersonEntered', data: { personId: signer, name: 'Ánh' } });
  await write(`person-${signer}`, { type: 'PersonAppointed', data: { ...appointment, from: '2025-07-01' } });
  const ports = {
    ...{ store, engine, clock: adjustableClock('2026-11-02T02:00:00.000Z'), newId: randomUUID },
    ...{ directory: createDirectory(store), rules: createRules(store) },
    decisionFacts: createDecisionFacts(engine, store),
  } as unknown as Ports;
  const frozen = async () => frozenDecision(store, fixture, await appraisedModels(store, fixture, 1));
  const said = { symbol: 'QĐ/TU', docType: 'Quyết định', issuedOn: '2026-11-01', capacity: 'TM. Ban Thường vụ' };
  const issue = async (request: Partial<IssueRequest> = {}, dryRun = false) => {
    const id = await frozen();
    const answer = await decisionUseCase.run(ports, {
      ...{ caller: { kind: 'person', personId: signer }, type: 'IssueDecision', id, dryRun },
      data: { ...said, fileSha256: createHash('sha256').update(id).digest('hex'), ...request },
    });
    if (answer.kind === 'rejected') return answer;
    const { state } = await engine.load(`decision-${id}`, decision.decider);
    return 'documentNumber' in state ? state.documentNumber.text : 'would be issued';
  };
  return {
    issue,
    countsByTerm: async () => {
      const [id, example] = [randomUUID(), regulation.exampleRegulation(2026)];
      const content = { ...example, numbering: { ...example.numbering, resets: 'TERM' } };
      await write(`regulation-${id}`, {
        ...{ type: 'RegulationDrafted', data: { regulationId: id, unitId: provinceId, content } },
      });
      const paper = { number: '1-QĐ/TU', issuedOn: '2026-01-02', from: '2026-01-02', warnings: [] };
      await write(`regulation-${id}`, { type: 'RegulationPublished', data: { regulationId: id, ...paper } });
    },
    next: (of: { readonly issuedOn?: string; readonly term?: string } = {}) =>
      nextNumbers(ports, { decisionId: randomUUID(), issuerId: provinceId, issuedOn: said.issuedOn, ...of }),
    /** A number of a book of before there was a list of types, for a type spelt anyhow. */
    takenBefore: async (docType: string, number: number, term?: string) => {
      const parts = { issuerId: provinceId, docType, issuedOn: '2026-06-01', ...(term === undefined ? {} : { term }) };
      const keys = everFolded((folding) => decision.bookKey(parts, term === undefined ? 'YEAR' : 'TERM', folding));
      const key = keys.at(-1) as string;
      const bookId = deriveId('0b9ad7f4-3c42-4b3c-8d53-6a1a6c1d7e20', key);
      const paper = { number, symbol: 'QĐ/TU', issuerId: provinceId, docType, issuedOn: '2026-06-01' };
      const documentNumber = { ...paper, text: decision.formatNumber(number, 'QĐ/TU') };
      const held = { bookId, decisionId: randomUUID(), signerId: signer, capacity: 'TM.', fileSha256: '0'.repeat(64) };
      await write(`numbering-${bookId}`, { type: 'NumberReserved', data: { ...held, documentNumber } });
    },
  };
};

describe('the type of a document is one of the regulation', () => {
  it('another one is refused, in a dry run too, and a symbol of another type', async () => {
    const { issue } = await setUp();
    for (const dryRun of [true, false]) {
      expect(await issue({ docType: 'Quyết định khen' }, dryRun)).toMatchObject({ reason: 'document-type-unknown' });
      expect(await issue({ symbol: 'CT/TU' }, dryRun)).toMatchObject({ reason: 'symbol-of-another-type' });
    }
  });

  it('two spellings of it share one book', async () => {
    const { issue } = await setUp();
    expect(await issue({ docType: 'QUYET_DINH' })).toBe('01-QĐ/TU');
    expect(await issue({ docType: 'quyết định' })).toBe('02-QĐ/TU');
  });

  it('of the two books it had before, the one that came furthest is carried on; what is taken in either is taken', async () => {
    const { issue, takenBefore } = await setUp();
    await takenBefore('QUYET_DINH', 1);
    await takenBefore('Quyết định', 3);
    expect(await issue({ docType: 'QUYET_DINH' })).toBe('04-QĐ/TU');
    expect(await issue({ requested: { number: 1 } })).toMatchObject({ reason: 'number-taken' });
  });
});

it('a book whose term was written with a dash that is a hyphen by now is carried on', async () => {
  const { issue, takenBefore, countsByTerm } = await setUp();
  await countsByTerm();
  await takenBefore('Quyết định', 3, '2025 – 2030');
  expect(await issue({ term: '2025 – 2030' })).toBe('04-QĐ/TU');
});

describe('a number that leaves a gap', () => {
  it('is refused until the gap is named, in a dry run too', async () => {
    const { issue } = await setUp();
    const refused = { reason: 'gap-unconfirmed', params: { next: 1, gap: 4 } };
    expect(await issue({ requested: { number: 5 } }, true)).toMatchObject(refused);
    expect(await issue({ requested: { number: 5 } })).toMatchObject(refused);
    expect(await issue({ requested: { number: 5, gap: 4 } }, true)).toBe('would be issued');
    expect(await issue({ requested: { number: 5, gap: 4 } })).toBe('05-QĐ/TU');
    expect(await issue()).toBe('06-QĐ/TU');
  });
});

describe('the next number', () => {
  const decisions = (number: number) => [{ code: 'QUYET_DINH', name: 'Quyết định', abbreviation: 'QĐ', number }];

  it('is 1 in a book that has none yet, and the one that issuing then gives out', async () => {
    const { issue, next, takenBefore } = await setUp();
    expect(await next()).toEqual(decisions(1));
    expect(await issue()).toBe('01-QĐ/TU');
    expect(await next()).toEqual(decisions(2));
    expect(await next({ issuedOn: '2027-01-04' })).toEqual(decisions(1));
    await takenBefore('Quyết định', 7);
    expect(await next()).toEqual(decisions(8));
    expect(await issue()).toBe('08-QĐ/TU');
  });

  it('of books that start again each term is told of the term that is named', async () => {
    const { issue, next, countsByTerm } = await setUp();
    await countsByTerm();
    expect(await next()).toMatchObject({ reason: 'term-required' });
    expect(await issue({ term: '2025 - 2030' })).toBe('01-QĐ/TU');
    expect(await next({ term: '2025 - 2030' })).toMatchObject([{ number: 2 }]);
    expect(await next({ term: '2030 - 2035' })).toMatchObject([{ number: 1 }]);
  });
});
