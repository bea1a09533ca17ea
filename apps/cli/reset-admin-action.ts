import { randomUUID } from 'node:crypto';
import { localDateOf, organization, type DocumentCitation } from '#domain';
import { createEngine, systemClock } from '#engine';
import { createDirectory, holdsAny, type DirectoryState } from '#identity';
import { REFUSALS, refusalText } from '#problems';
import { accountUseCase, personUseCase, type Answer, type Answered } from '#use-cases';
import { accountsOf, codeText } from './accounts.ts';
import { withDatabase } from './wiring/database.ts';

interface Paper {
  readonly document?: string;
  readonly issuedOn?: string;
}

/**
 * `kheo reset-admin`: a new code for an administrator, and no second factor, for one who can reach the database. Where
 * the root has no administrator any more, a paper (`document`) appoints whoever has the account. It is in the audit trail.
 */
export const resetAdminAction = (username: string, { document: number, issuedOn }: Paper): Promise<void> =>
  withDatabase(async (database) => {
    const { store } = database;
    const directory = createDirectory(store);
    const state = await directory.current();
    const { personId: id, account } = organization.holderOf(state.book, username) ?? {};
    if (id === undefined || account === undefined) throw new Error(notOne(username, state));
    const accounts = accountsOf(database, directory);
    const ports = { engine: createEngine({ store }), clock: systemClock, newId: randomUUID, directory, accounts };
    const ask = { caller: { kind: 'system' }, id } as const;
    if (number !== undefined) {
      if (issuedOn === undefined) throw new Error(UNDATED);
      const data = appointment(state, { number, issuedOn });
      accepted(await personUseCase.run(ports, { ...ask, type: 'AppointPerson', data }));
    } else if (!administers(state, id)) throw new Error(notOne(username, state));
    const { slip } = accepted(await accountUseCase.run(ports, { ...ask, type: 'ResetAccount', data: {} }));
    if (account.secondFactorId !== undefined)
      accepted(await accountUseCase.run(ports, { ...ask, type: 'RemoveSecondFactor', data: {} }));
    await accounts.unlock(username);
    process.stdout.write(codeText(slip));
  });

const accepted = <Done extends Answer>(answer: Done | Exclude<Answered, Answer>): Done => {
  if (answer.kind !== 'rejected') return answer;
  const { vi, en } = refusalText(REFUSALS[answer.reason], answer.params);
  throw new Error(`${vi} / ${en}`);
};

const UNDATED =
  'Thiếu ngày của văn bản: --issued-on <yyyy-mm-dd> hoặc <dd/mm/yyyy>.\nThe day of the paper is missing: --issued-on.';

/** The root's administrator from today on; only where no other of them could be let in. */
const appointment = (state: DirectoryState, document: DocumentCitation) => {
  const inOffice = administratorsOfRoot(state);
  if (inOffice.length > 0) throw new Error(stillThere(inOffice));
  const from = localDateOf(systemClock.now());
  const unitId = state.tree.rootId ?? '';
  return { unitId, role: 'SYSTEM_ADMIN', from, document } as const;
};

const administers = (state: DirectoryState, personId: string): boolean =>
  holdsAny(state, personId, ['SYSTEM_ADMIN'], systemClock.now());

/** Their accounts: who has none cannot be let in by a code. */
const administratorsOfRoot = ({ book, tree }: DirectoryState): readonly string[] =>
  organization
    .holdersOf(book, tree, 'SYSTEM_ADMIN', tree.rootId ?? '', systemClock.now())
    .flatMap((personId) => organization.personOf(book, personId)?.account?.username ?? []);

const stillThere = (inOffice: readonly string[]): string =>
  `Đơn vị gốc còn quản trị viên, không phân công lại: ${inOffice.join(', ')}. Cấp mã mới cho người ấy, không kèm --document.\n` +
  `The root unit has an administrator, nobody is appointed anew: ${inOffice.join(', ')}. Give them a new code, without --document.`;

const notOne = (username: string, state: DirectoryState): string => {
  const names = organization
    .accountsOf(state.book)
    .filter(({ personId }) => administers(state, personId))
    .map(({ account }) => account.username);
  const known = names.length === 0 ? 'không có / none' : names.join(', ');
  const none =
    administratorsOfRoot(state).length > 0
      ? ''
      : '\nĐơn vị gốc không còn quản trị viên: phân công lại một người có tài khoản bằng --document <số quyết định> --issued-on <ngày>.' +
        '\nThe root unit has no administrator any more: appoint somebody who has an account with --document <number> --issued-on <day>.';
  return `"${username}" không phải tài khoản của quản trị viên / is no administrator's account. Các quản trị viên / administrators: ${known}${none}`;
};
