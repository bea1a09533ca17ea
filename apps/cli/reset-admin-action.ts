import { randomUUID } from 'node:crypto';
import { organization } from '#domain';
import { createEngine, systemClock } from '#engine';
import { createDirectory, holdsAny, type DirectoryState } from '#identity';
import { accountUseCase } from '#use-cases';
import { accountsOf, codeText } from './accounts.ts';
import { withDatabase } from './wiring/database.ts';

/** `kheo reset-admin`: a new code for an administrator, and no second factor, for one who can reach the database. It is in the audit trail. */
export const resetAdminAction = (username: string): Promise<void> =>
  withDatabase(async (database) => {
    const { store } = database;
    const directory = createDirectory(store);
    const state = await directory.current();
    const id = organization.holderOf(state.book, username)?.personId;
    if (id === undefined || !administers(state, id)) throw new Error(notOne(username, state));
    const accounts = accountsOf(database, directory);
    const account = organization.personOf(state.book, id)?.account;
    const ports = { engine: createEngine({ store }), clock: systemClock, newId: randomUUID, directory, accounts };
    const answer = await accountUseCase.run(ports, { caller: { kind: 'system' }, type: 'ResetAccount', id, data: {} });
    if (answer.kind === 'rejected') throw new Error(`Bị từ chối / refused: ${answer.reason}`);
    if (account?.secondFactorId !== undefined)
      await accountUseCase.run(ports, { caller: { kind: 'system' }, type: 'RemoveSecondFactor', id, data: {} });
    await accounts.unlock(username);
    process.stdout.write(codeText(username, answer.code));
  });

const administers = (state: DirectoryState, personId: string): boolean =>
  holdsAny(state, personId, ['SYSTEM_ADMIN'], systemClock.now());

const notOne = (username: string, state: DirectoryState): string => {
  const names = organization
    .accountsOf(state.book)
    .filter(({ personId }) => administers(state, personId))
    .map(({ account }) => account.username);
  const known = names.length === 0 ? 'không có / none' : names.join(', ');
  return `"${username}" không phải tài khoản của quản trị viên / is no administrator's account. Các quản trị viên / administrators: ${known}`;
};
