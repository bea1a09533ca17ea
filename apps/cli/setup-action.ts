import { randomBytes, randomUUID } from 'node:crypto';
import { localDateOf, organization, SYSTEM, type CommandMeta, type Decider, type DomainEvent } from '#domain';
import { createEngine, deriveId, systemClock, type Engine } from '#engine';
import { createAccounts, createPasswords } from '#identity';
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
  withDatabase(async ({ store, pool }) => {
    if ((await store.head()) > 0) {
      throw new Error('Hệ thống đã được cài đặt: nhật ký không rỗng. / Already set up: the log is not empty.');
    }
    const setup = begin(createEngine({ store }));
    const at = setup.meta.at;
    const from = localDateOf(at);
    const unitId = deriveId(setup.meta.commandId, 'unit');
    const personId = deriveId(setup.meta.commandId, 'person');
    await setup.run(`unit-${unitId}`, organization.unit.decider, {
      type: 'EstablishUnit',
      data: {
        unitId,
        name: options.unit,
        kind: options.kind,
        from,
        ...(options.code === undefined ? {} : { adminUnitCode: options.code }),
      },
      facts: { parent: undefined, rootExists: false, codeTaken: false },
    });
    const person = { decider: organization.person.decider, stream: `person-${personId}` };
    await setup.run(person.stream, person.decider, {
      type: 'EnterPerson',
      data: { personId, name: options.admin },
      facts: {},
    });
    await setup.run(person.stream, person.decider, {
      type: 'AppointPerson',
      data: {
        appointmentId: deriveId(setup.meta.commandId, 'appointment'),
        unitId,
        role: 'SYSTEM_ADMIN',
        from,
        document: { number: options.document, issuedOn: from },
      },
      facts: { unit: { unitId, from } },
    });
    const password = randomBytes(12).toString('base64url');
    const { username } = options;
    const accountId = randomUUID();
    const accounts = createAccounts(pool, createPasswords());
    const refused = await accounts.prepare({ id: accountId, personId, username, password, at });
    if (refused !== undefined) throw new Error(`account: ${refused.reason}`);
    await setup.run(person.stream, person.decider, {
      type: 'OpenAccount',
      data: { accountId, username },
      facts: {},
    });
    await accounts.activate(accountId, at);
    process.stdout.write(
      `Đã cài đặt "${options.unit}". Tài khoản quản trị: ${options.username}\n` +
        `Mật khẩu (chỉ hiện một lần) / password (shown once): ${password}\n`,
    );
  });

/** Commands the system itself gives before there is an administrator. */
const begin = (engine: Engine) => {
  const meta = {
    commandId: randomUUID(),
    actor: SYSTEM,
    at: systemClock.now(),
  } as const;
  const run = async <
    State,
    Event extends DomainEvent,
    C extends { readonly type: string; readonly data: unknown; readonly facts: unknown; readonly meta: CommandMeta },
  >(
    stream: string,
    decider: Decider<State, Event, C, string>,
    command: Omit<C, 'meta'>,
  ): Promise<void> => {
    const commandId = deriveId(meta.commandId, command.type);
    const full = { ...command, meta: { ...meta, commandId, correlationId: meta.commandId } } as C;
    const answer = await engine.run({ stream, decider, commandId, body: command.data, prepare: () => full });
    if (answer.kind === 'rejected') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  };
  return { meta, run };
};
