export { identityMigrations } from './migrations.ts';
export { createPasswords, DEFAULT_COST, type PasswordCost, type Passwords } from './accounts/passwords.ts';
export { FREE_ATTEMPTS } from './accounts/attempts.ts';
export {
  createAccounts,
  type AccountRejection,
  type Accounts,
  type NewAccount,
  type SignedIn,
  type SignInRejection,
} from './accounts/accounts.ts';
export { createSessions, type Session, type Sessions, type SessionTimes } from './sessions/sessions.ts';
export { createApiKeys, KEY_SCOPES, type ApiKey, type ApiKeys, type KeyScope } from './keys/api-keys.ts';
export {
  createDirectory,
  evolveDirectory,
  EMPTY_DIRECTORY,
  type Directory,
  type DirectoryState,
} from './directory/directory.ts';
export {
  actorsOver,
  authorize,
  coveredBy,
  unitsWithin,
  holdsAny,
  rightsAt,
  roleScopes,
  sees,
  visibleScope,
  type Asked,
  type Authorization,
  type VisibleScope,
} from './directory/rights.ts';
export type { RandomBytes } from './secrets.ts';
