import type * as afterwards from './afterwards/commands.ts';
import type * as appraising from './appraising/commands.ts';
import type * as concluding from './concluding/commands.ts';
import type * as correcting from './correcting/commands.ts';
import type * as implementing from './implementing/commands.ts';
import type * as registering from './registering/commands.ts';
import type * as revokedSource from './revoked-source/commands.ts';

export type * from './registering/commands.ts';
export type * from './implementing/commands.ts';
export type * from './appraising/commands.ts';
export type * from './concluding/commands.ts';
export type * from './afterwards/commands.ts';
export type * from './correcting/commands.ts';
export type * from './revoked-source/commands.ts';

export type RegistrationCommand =
  | registering.RegisteringCommand
  | implementing.ImplementingCommand
  | appraising.AppraisingCommand
  | concluding.ConcludingCommand
  | afterwards.AfterwardsCommand
  | correcting.CorrectingCommand
  | revokedSource.RevokedSourceCommand;

export type CommandType = RegistrationCommand['type'];

/** The command of one type: `CommandOf<'ScoreModel'>`. */
export type CommandOf<Type extends CommandType> = Extract<RegistrationCommand, { readonly type: Type }>;

/** Commands only an issued decision can give. */
export type ByDecision = 'RecognizeByDecision' | 'RefuseByDecision' | 'RevokeByDecision';

/** Commands only the system gives. */
export type BySystem = ByDecision | 'RemoveAppraiser' | 'MarkSourceRevoked';

// Why a registration's command is refused. Stable: the API answers them as `code`. No TSDoc: it would
// stand in the schema of every answer that names them.
export type RegistrationRejection =
  // any command
  | 'role-not-allowed'
  | 'wrong-status'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-past'
  | 'date-in-future'
  | 'evidence-unknown'
  | 'not-the-pinned-regulation'
  // drafting and registering
  | 'unit-not-active'
  | 'cycle-not-open'
  | 'field-unknown'
  | 'tag-unknown'
  | 'source-not-found'
  | 'source-not-usable'
  | 'source-of-another-unit'
  | 'source-in-same-cycle'
  | 'model-differs-from-source'
  | 'required-item-missing'
  | 'deadline-passed'
  | 'late-reason-required'
  | 'too-many-returns'
  | 'name-taken'
  // implementation and dossier
  /** params: registeredOn. */
  | 'started-before-registration'
  | 'indicator-invalid'
  | 'document-missing'
  | 'result-missing'
  | 'criterion-unknown'
  | 'criterion-twice'
  | 'implementation-too-short'
  | 'missing-items-required'
  | 'supplement-term-too-long'
  | 'supplement-overdue'
  | 'supplement-not-overdue'
  // examining
  | 'own-registration'
  // appraisal and vote
  /** A day lies before what it follows; params: notBefore. */
  | 'dates-out-of-order'
  | 'team-too-small'
  | 'member-twice'
  | 'member-not-eligible'
  | 'member-from-registering-unit'
  | 'member-drafted-or-submitted'
  | 'member-has-conflict'
  | 'team-still-complete'
  | 'after-appraisal-deadline'
  | 'not-in-person'
  | 'not-on-team'
  | 'interest-already-declared'
  | 'interest-not-declared'
  | 'conflict-declared'
  | 'score-missing'
  | 'score-out-of-range'
  | 'scores-outstanding'
  | 'field-visit-required'
  | 'minutes-required'
  | 'no-vote-in-regulation'
  | 'vote-already-held'
  /** params: ballots, present, members. */
  | 'vote-counts-inconsistent'
  // by decision
  | 'changed-after-freeze'
  | 'appraisal-not-passed'
  | 'vote-not-held'
  | 'vote-not-passed'
  | 'signer-drafted-or-submitted'
  | 'signer-appraised'
  // afterwards
  | 'already-typical'
  | 'adopting-unit-is-source'
  | 'adopting-unit-not-active'
  | 'not-the-adopting-unit'
  | 'already-replicated'
  | 'already-carried-forward'
  | 'cycle-not-later'
  | 'no-later-cycle'
  // a revoked source
  | 'nothing-to-settle'
  // correcting
  /** params: fields. */
  | 'field-not-correctable'
  /** The field is to be corrected already. */
  | 'correction-pending'
  | 'correction-unknown'
  | 'approver-is-corrector'
  /** params: max (letters). */
  | 'name-too-long'
  /** Nobody but who asks could approve it. */
  | 'no-other-approver'
  | 'nothing-corrected';
