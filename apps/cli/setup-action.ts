import { randomBytes, randomUUID } from 'node:crypto';
import { localDateOf } from '#domain';
import { createEngine, systemClock } from '#engine';
import { createEventLog, type EventLog } from '#event-store';
import { createMemoryEventStore } from '#event-store/memory';
import { createAccounts, createDirectory, createPasswords, type Accounts } from '#identity';
import { accountUseCase, personUseCase, unitUseCase, type Answered } from '#use-cases';
import { withDatabase } from './wiring/database.ts';

interface SetupOptions {
  readonly unit: string;
  readonly kind: 'NATIONAL' | 'PROVINCE' | 'COMMUNE';
  readonly code?: string;
  readonly admin: string;
  readonly username: string;
  readonly document: string;
}

/** `kheo setup`: for an empty log only; prints the first administrator's password once. */
export const setupAction = (options: SetupOptions): Promise<void> =>
  withDatabase(async (database) => {
    if ((await database.store.head()) > 0) {
      throw new Error('Hệ thống đã được cài đặt: nhật ký không rỗng. / Already set up: the log is not empty.');
    }
    const password = randomBytes(12).toString('base64url');
    await setUp({ store: createEventLog(createMemoryEventStore()), accounts: NONE }, options, password);
    const accounts = createAccounts(database.pool, createPasswords());
    await setUp({ store: database.store, accounts }, options, password);
    process.stdout.write(
      `Đã cài đặt "${options.unit}". Tài khoản quản trị: ${options.username}\n` +
        `Mật khẩu (chỉ hiện một lần) / password (shown once): ${password}\n`,
    );
  });

interface Office {
  readonly store: EventLog;
  readonly accounts: Pick<Accounts, 'prepare' | 'activate' | 'disable'>;
}

/** Of a rehearsal: what is refused is refused before anything is recorded, as a log that is not empty cannot be set up. */
const NONE: Office['accounts'] = {
  prepare: () => Promise.resolve(undefined),
  activate: () => Promise.resolve(),
  disable: () => Promise.resolve(),
};

/** The system itself makes the first unit and its administrator, as there is nobody yet who could. */
const setUp = async ({ store, accounts }: Office, options: SetupOptions, password: string): Promise<void> => {
  const { unit: name, kind, code, username, document } = options;
  const ports = {
    ...{ engine: createEngine({ store }), clock: systemClock, newId: randomUUID },
    ...{ directory: createDirectory(store), accounts },
  };
  const caller = { kind: 'system' } as const;
  const from = localDateOf(systemClock.now());
  const unit = { name, kind, from, ...(code === undefined ? {} : { adminUnitCode: code }) };
  const unitId = idOf(await unitUseCase.run(ports, { caller, type: 'EstablishUnit', data: unit }));
  const id = idOf(await personUseCase.run(ports, { caller, type: 'EnterPerson', data: { name: options.admin } }));
  const appointment = { unitId, role: 'SYSTEM_ADMIN', from, document: { number: document, issuedOn: from } } as const;
  idOf(await personUseCase.run(ports, { caller, type: 'AppointPerson', id, data: appointment }));
  idOf(await accountUseCase.run(ports, { caller, type: 'OpenAccount', id, data: { username, password } }));
};

const idOf = (answer: Answered): string => {
  if (answer.kind === 'done') return answer.id;
  throw new Error(
    `Bị từ chối, chưa ghi gì · Refused, nothing was recorded: ${answer.reason} (${answer.pointer ?? '/'})`,
  );
};
