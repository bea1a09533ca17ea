import { randomBytes, randomUUID } from 'node:crypto';
import { localDateOf } from '#domain';
import { createEngine, systemClock } from '#engine';
import { createAccounts, createDirectory, createPasswords } from '#identity';
import { accountUseCase, personUseCase, unitUseCase, type Answered } from '#use-cases';
import { withDatabase, type OpenDatabase } from './wiring/database.ts';

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
    await setUp(database, options, password);
    process.stdout.write(
      `Đã cài đặt "${options.unit}". Tài khoản quản trị: ${options.username}\n` +
        `Mật khẩu (chỉ hiện một lần) / password (shown once): ${password}\n`,
    );
  });

/** The system itself makes the first unit and its administrator, as there is nobody yet who could. */
const setUp = async ({ store, pool }: OpenDatabase, options: SetupOptions, password: string): Promise<void> => {
  const { unit: name, kind, code, username, document } = options;
  const ports = {
    ...{ engine: createEngine({ store }), clock: systemClock, newId: randomUUID },
    ...{ directory: createDirectory(store), accounts: createAccounts(pool, createPasswords()) },
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
  throw new Error(JSON.stringify(answer));
};
