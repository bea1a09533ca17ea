import { randomUUID } from 'node:crypto';
import { localDateOf, regulation } from '#domain';
import { createEngine, systemClock } from '#engine';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory, type Accounts, type Directory } from '#identity';
import { REFUSALS, refusalText } from '#problems';
import { PROPOSED_YEARS, proposeHolidays } from '#reminders';
import { accountUseCase, createRules, personUseCase, regulationUseCase, unitUseCase, type Answered } from '#use-cases';
import { accountsOf, codeText } from './accounts.ts';
import { missingIn } from './missing-action.ts';
import { withDatabase, type OpenDatabase } from './wiring/database.ts';

interface SetupOptions {
  readonly unit: string;
  readonly kind: 'NATIONAL' | 'PROVINCE' | 'COMMUNE' | 'CENTRAL_AGENCIES';
  readonly code?: string;
  readonly admin: string;
  readonly username: string;
  readonly document: string;
  /** The day of that paper. */
  readonly issuedOn: string;
  /** Since when the root unit has been there; today when absent. */
  readonly from?: string;
  /** The year for which an illustrative regulation is drafted to start from, this one when `true`; none when absent. */
  readonly regulation?: true | string;
}

/** `kheo setup`: for an empty log only; prints the first administrator's code once, and what is still missing. */
export const setupAction = (options: SetupOptions): Promise<void> =>
  withDatabase((database) => setUpIn(database, options), { mayBeNew: true });

const setUpIn = async (database: OpenDatabase, options: SetupOptions): Promise<void> => {
  const { store } = database;
  if ((await store.head()) > 0) {
    throw new Error(
      `Hệ thống đã được cài đặt: nhật ký không rỗng. / Already set up: the log is not empty.\n${await missingIn(store)}`,
    );
  }
  const rehearsal = createEventLog(createMemoryEventStore());
  await setUp({ store: rehearsal, directory: createDirectory(rehearsal), accounts: NONE }, options);
  const directory = createDirectory(store);
  const slip = await setUp({ store, directory, accounts: accountsOf(database, directory) }, options);
  const { title } = draftedFor(options) ?? {};
  const drafted = title === undefined ? '' : `Đã soạn / drafted: ${title}.\n`;
  process.stdout.write(`Đã cài đặt "${options.unit}".\n${drafted}${codeText(slip)}\n${await missingIn(store)}`);
};

interface Office {
  readonly store: EventLog;
  readonly directory: Directory;
  readonly accounts: Pick<Accounts, 'issueCode' | 'withdrawCode' | 'unlock'>;
}

/** Of a rehearsal: what is refused is refused before anything is recorded, as a log that is not empty cannot be set up. */
const NONE: Office['accounts'] = {
  issueCode: () => Promise.resolve(undefined),
  withdrawCode: () => Promise.resolve(),
  unlock: () => Promise.resolve(),
};

/** The system itself makes the first unit and its administrator, as there is nobody yet who could. Answers the slip with their code. */
const setUp = async ({ store, directory, accounts }: Office, options: SetupOptions): Promise<string | undefined> => {
  const { unit: name, kind, code, username, document, issuedOn } = options;
  const core = { engine: createEngine({ store }), clock: systemClock, newId: randomUUID, directory };
  const ports = { ...core, store, accounts, rules: createRules(store) };
  const caller = { kind: 'system' } as const;
  const from = localDateOf(systemClock.now());
  const unit = { name, kind, from: options.from ?? from, ...(code === undefined ? {} : { adminUnitCode: code }) };
  const unitId = idOf(await unitUseCase.run(ports, { caller, type: 'EstablishUnit', data: unit }), {
    ...{ '/name': '--unit', '/from': '--from', '/adminUnitCode': '--code' },
  });
  const person = { name: options.admin };
  const id = idOf(await personUseCase.run(ports, { caller, type: 'EnterPerson', data: person }), {
    '/name': '--admin',
  });
  const appointment = { unitId, role: 'SYSTEM_ADMIN', from, document: { number: document, issuedOn } } as const;
  idOf(await personUseCase.run(ports, { caller, type: 'AppointPerson', id, data: appointment }), {
    ...{ '/document/number': '--document', '/document/issuedOn': '--issued-on', '/from': '--from' },
  });
  const content = draftedFor(options);
  if (content !== undefined)
    idOf(await regulationUseCase.run(ports, { caller, type: 'DraftRegulation', data: { unitId, content } }), {});
  const invited = await accountUseCase.run(ports, { caller, type: 'InviteToAccount', id, data: { username } });
  idOf(invited, { '/username': '--username' });
  return invited.kind === 'rejected' ? undefined : invited.slip;
};

/** The regulation to start from. */
const draftedFor = ({ kind, regulation: told }: SetupOptions): regulation.RegulationContent | undefined => {
  if (told === undefined) return undefined;
  const year = Number(told === true ? localDateOf(systemClock.now()).slice(0, 4) : told);
  const { from, until } = PROPOSED_YEARS;
  if (!Number.isInteger(year) || year < from || year > until)
    throw new Error(
      `--regulation: năm từ ${String(from)} đến ${String(until)}, không phải "${String(told)}". / a year from ${String(from)} to ${String(until)}, not "${String(told)}".`,
    );
  return regulation.startingRegulation(kind, year, proposeHolidays(year));
};

/** The id of what was made; a refusal is told in the words of the rule, with the option that it is about. */
const idOf = (answer: Answered, options: Readonly<Record<string, string>>): string => {
  if (answer.kind === 'done') return answer.id;
  const { vi, en } = refusalText(REFUSALS[answer.reason], answer.params);
  const option = answer.pointer === undefined ? undefined : options[answer.pointer];
  const where = option === undefined ? '' : `${option}: `;
  throw new Error(`${where}${vi} Chưa ghi gì. / ${en} Nothing was recorded.`);
};
