export { createEpoch, type Epoch } from './epoch.ts';
export { identityMigrations } from './migrations.ts';
export { createPasswords, type PasswordCost } from './accounts/passwords.ts';
export { NAME_LIMIT } from './accounts/attempts.ts';
export { createAccounts, signedIn, type Accounts, type SignedIn } from './accounts/accounts.ts';
export type { NewSecondFactor } from './accounts/second-factors.ts';
export { createSessions, type Session, type Sessions } from './sessions/sessions.ts';
export { categoriesOf, createApiKeys, KEY_SCOPES, type ApiKey, type ApiKeys, type KeyScope } from './keys/api-keys.ts';
export {
  actingAs,
  createDirectory,
  type ActingAs,
  type Directory,
  type DirectoryState,
} from './directory/directory.ts';
export {
  actorsOver,
  authorize,
  companyOver,
  coveredBy,
  unitsWithin,
  holdsAny,
  rightsAt,
  roleScopes,
  sees,
  seesAllUnits,
  underAll,
  visibleScope,
} from './directory/rights.ts';
