import { decideBy } from '../kernel/index.ts';
import type { DecisionCommand, DecisionRejection } from './commands.ts';
import { cancelDraft, draft } from './draft.ts';
import type { DecisionEvent } from './events.ts';
import { freeze } from './freeze.ts';
import { issue, refuseNumber } from './issue.ts';
import { filePaper } from './paper.ts';
import { recordItemResults } from './results.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, wrongStatus, type DecisionState } from './state.ts';

/** Decides a command on a decision. */
export const decide = decideBy<DecisionCommand, DecisionEvent, DecisionState, DecisionRejection, typeof transitions>({
  rights,
  transitions,
  // The last answers may come again after they completed it.
  before: (command, state) =>
    command.type === 'RecordItemResults' && state.status === 'COMPLETED'
      ? recordItemResults(command, state)
      : undefined,
  notAllowed: wrongStatus,
  decisions: {
    DraftDecision: draft,
    CancelDraft: cancelDraft,
    FreezeDecision: freeze,
    IssueDecision: issue,
    FilePaper: filePaper,
    RefuseNumber: refuseNumber,
    RecordItemResults: recordItemResults,
  },
});

/** Stream `decision-<id>`. */
export const decider = { initial, evolve, decide };
