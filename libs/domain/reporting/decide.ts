import { accept, reject } from '../kernel/index.ts';
import type { Decider, Outcome, Rejected } from '../kernel/index.ts';
import type { ReportCommand } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { approve, close, markConsolidated, reopen, sendBack } from './examining.ts';
import { excuse, extend, oblige } from './owing.ts';
import type { ReportRejection } from './rejections.ts';
import { rights } from './rights.ts';
import { evolve, initial } from './state.ts';
import type { ReportState, ReportStatus } from './state.ts';
import { consolidate, submit } from './submitting.ts';
import { transitions } from './transitions.ts';

type Result = Outcome<ReportEvent, ReportRejection>;
type From<Type extends ReportCommand['type']> = Extract<
  (typeof transitions)[number],
  { readonly command: Type }
>['from'];
type In<Status extends ReportStatus> = Extract<ReportState, { readonly status: Status }>;

/** Decides a command on a report; refuses by role first, then by status, then by the command's own rules. */
export const decide = (command: ReportCommand, state: ReportState): Result => {
  if (!rights[command.type].includes(command.meta.actor.role)) return reject('role-not-allowed');
  if (nothingToDo(command, state)) return accept();
  switch (command.type) {
    case 'ObligeReport':
      return allows(command.type, state) ? oblige(command) : wrongStatus(state);
    case 'SubmitReport':
      return allows(command.type, state) ? submit(command, state) : wrongStatus(state);
    case 'ReturnReport':
      return allows(command.type, state) ? sendBack(command, state) : wrongStatus(state);
    case 'ApproveReport':
      return allows(command.type, state) ? approve(command, state) : wrongStatus(state);
    case 'ConsolidateReports':
      return allows(command.type, state) ? consolidate(command, state) : wrongStatus(state);
    case 'MarkConsolidated':
      return allows(command.type, state) ? markConsolidated(command, state) : wrongStatus(state);
    case 'CloseReport':
      return allows(command.type, state) ? close(state) : wrongStatus(state);
    case 'ReopenReport':
      return allows(command.type, state) ? reopen(command, state) : wrongStatus(state);
    case 'ExcuseReport':
      return allows(command.type, state) ? excuse(command, state) : wrongStatus(state);
    case 'ExtendReport':
      return allows(command.type, state) ? extend(command, state) : wrongStatus(state);
  }
};

/** Stream `report-<reportId>`. */
export const decider: Decider<ReportState, ReportEvent> & { readonly decide: typeof decide } = {
  initial,
  evolve,
  decide,
};

/** What the system asks for may come twice, or late: a report that went on meanwhile stays as it is. */
const nothingToDo = (command: ReportCommand, state: ReportState): boolean => {
  if (command.type === 'ObligeReport') return state.status !== 'NONE';
  if (command.type === 'MarkConsolidated') return state.status !== 'APPROVED' || state.version !== command.data.version;
  return false;
};

const allows = <Type extends ReportCommand['type']>(command: Type, state: ReportState): state is In<From<Type>> =>
  transitions.some((transition) => transition.command === command && transition.from === state.status);

const wrongStatus = ({ status }: ReportState): Rejected<'wrong-status'> =>
  reject('wrong-status', { params: { status } });
