import { randomUUID } from 'node:crypto';
import { localDateOf } from '#domain';
import { createEngine, systemClock } from '#engine';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createDirectory, type Accounts, type Directory } from '#identity';
import { accountUseCase, personUseCase, unitUseCase, type Answered } from '#use-cases';
import { accountsOf, codeText } from './accounts.ts';
import { withDatabase } from './wiring/database.ts';

interface SetupOptions {
  readonly unit: string;
  readonly kind: 'NATIONAL' | 'PROVINCE' | 'COMMUNE';
  readonly code?: string;
  readonly admin: string;
  readonly username: string;
  readonly document: string;
  /** Since when the root unit has been there; today when absent. */
  readonly from?: string;
}

/** `kheo setup`: for an empty log only; prints the first administrator's password once. */
export const setupAction = (options: SetupOptions): Promise<void> =>
  withDatabase(async (database) => {
    if ((await database.store.head()) > 0) {
      throw new Error('Hệ thống đã được cài đặt: nhật ký không rỗng. / Already set up: the log is not empty.');
    }
    const rehearsal = createEventLog(createMemoryEventStore());
    await setUp({ store: rehearsal, directory: createDirectory(rehearsal), accounts: NONE }, options);
    const { store } = database;
    const directory = createDirectory(store);
    const slip = await setUp({ store, directory, accounts: accountsOf(database, directory) }, options);
    process.stdout.write(`Đã cài đặt "${options.unit}".\n${codeText(slip)}`);
  });

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
  const { unit: name, kind, code, username, document } = options;
  const ports = { engine: createEngine({ store }), clock: systemClock, newId: randomUUID, directory, accounts };
  const caller = { kind: 'system' } as const;
  const from = localDateOf(systemClock.now());
  const unit = { name, kind, from: options.from ?? from, ...(code === undefined ? {} : { adminUnitCode: code }) };
  const unitId = idOf(await unitUseCase.run(ports, { caller, type: 'EstablishUnit', data: unit }));
  const id = idOf(await personUseCase.run(ports, { caller, type: 'EnterPerson', data: { name: options.admin } }));
  const appointment = { unitId, role: 'SYSTEM_ADMIN', from, document: { number: document, issuedOn: from } } as const;
  idOf(await personUseCase.run(ports, { caller, type: 'AppointPerson', id, data: appointment }));
  const invited = await accountUseCase.run(ports, { caller, type: 'InviteToAccount', id, data: { username } });
  idOf(invited);
  return invited.kind === 'rejected' ? undefined : invited.slip;
};

const idOf = (answer: Answered): string => {
  if (answer.kind === 'done') return answer.id;
  throw new Error(
    `Bị từ chối, chưa ghi gì · Refused, nothing was recorded: ${answer.reason} (${answer.pointer ?? '/'})`,
  );
};
