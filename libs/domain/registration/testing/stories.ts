import fc from 'fast-check';
import { addDays, rowsOf, type Actor, type Recorded, type Transition } from '../../kernel/index.ts';
import { recorded } from '../../kernel/testing/spec.ts';
import type { CommandType, RegistrationCommand } from '../commands.ts';
import { decider } from '../decide.ts';
import type { RegistrationEvent } from '../events.ts';
import { rights } from '../rights.ts';
import type { RegistrationState } from '../state.ts';
import { STATUSES, type Status } from '../status.ts';
import { transitions } from '../transitions.ts';
import { order } from './orders.ts';
import { BODY, on } from './people.ts';
import { content, member, regulation } from './regulation.ts';

/** Statuses that nothing leaves. */
export const finalStatuses: readonly Status[] = STATUSES.filter(
  (status) => !rowsOf(transitions).some(({ from, to }) => from.some((each) => each === status) && to !== 'same'),
);

/** What chance decides in one step of a story. */
export interface Dice {
  readonly command: number;
  readonly actor: string;
  readonly role: number;
  readonly team: readonly string[];
  readonly points: number;
  readonly conflict: boolean;
  /** Lets a story end before its decision. */
  readonly end: boolean;
  readonly days: number;
}

const PERSONS = ['an', 'binh', 'chi', 'dung', 'giang', 'ha', 'khoa'] as const;

const dice: fc.Arbitrary<Dice> = fc.record({
  command: fc.nat(),
  actor: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...PERSONS.slice(0, 2)) },
    { weight: 1, arbitrary: fc.constantFrom(...PERSONS) },
  ),
  role: fc.nat(),
  team: fc.uniqueArray(fc.constantFrom(...PERSONS), { minLength: 1, maxLength: 3 }),
  points: fc.integer({ min: 0, max: 40 }),
  conflict: fc.nat({ max: 9 }).map((n) => n === 0),
  end: fc.nat({ max: 24 }).map((n) => n === 0),
  days: fc.integer({ min: 0, max: 9 }),
});

/** The throws of a whole story; people hold every role at once, so only the rules keep them apart. */
export const throws = fc.array(dice, { minLength: 30, maxLength: 70 });

export interface Step {
  readonly before: RegistrationState;
  readonly command: RegistrationCommand;
  readonly outcome: ReturnType<typeof decider.decide>;
  readonly after: RegistrationState;
  readonly history: readonly Recorded<RegistrationEvent>[];
}

const open = { deadline: '2099-12-31', cycleOpen: true };
export const relaxed = regulation({
  dossier: { ...content.dossier, minImplementationDays: 0 },
  appraisal: { ...content.appraisal, noneFromRegisteringUnit: false },
});
const members = PERSONS.map((personId) => member(personId));

/** Plays a story: each throw gives a command the status allows, by anybody who holds a right to it. */
export const play = (story: readonly Dice[]): readonly Step[] => {
  const steps: Step[] = [];
  let [state, day, history]: [RegistrationState, string, Step['history']] = [decider.initial, '2026-02-01', []];
  for (const chance of story) {
    day = addDays(day, chance.days);
    const command = commandFor(state, chance, day);
    if (command === undefined) break;
    const outcome = decider.decide(command, state);
    const { actor, at } = command.meta;
    const events = outcome.kind === 'accepted' ? outcome.events : [];
    const added = events.map((event) => recorded(event, { actor, recordedAt: at }));
    const before = state;
    state = added.reduce(decider.evolve, state);
    history = [...history, ...added];
    steps.push({ before, command, outcome, after: state, history });
  }
  return steps;
};

const rows = rowsOf(transitions);

const commandFor = (state: RegistrationState, chance: Dice, day: string): RegistrationCommand | undefined => {
  const legal = rows.filter((row) => row.from.some((each) => each === state.status) && likely(row, state, chance));
  const row = legal[chance.command % legal.length];
  if (row === undefined) return undefined;
  const roles = rights[row.command];
  const role = roles[chance.role % roles.length] ?? 'SYSTEM';
  const actor: Actor = { personId: personFor(row.command, state, chance), role, unitId: BODY };
  const command = order(row.command, { actor });
  const varied = {
    data: { ...command.data, ...dataFor(chance, day) },
    facts: { ...command.facts, ...open, ...factsFor(command, state, chance) },
  };
  return { ...command, ...varied, meta: { ...command.meta, at: on(day) } } as unknown as RegistrationCommand;
};

/**
 * Corrections, the marks of a revoked source and withdrawals are nearly always allowed: unless they are rare, no story goes far. The rules of these
 * stories take members from everywhere, so that nobody is removed.
 */
const likely = ({ command, to }: Transition, { status }: RegistrationState, { end, days }: Dice): boolean => {
  if (command === 'RemoveAppraiser') return false;
  if (/Correction$|RevokedSource$|SourceRevoked$/u.test(command)) return days === 0;
  return end || status === 'RECOGNIZED' || !finalStatuses.some((final) => final === to);
};

/** Most of what appraisers do is done by somebody on the team, or appraisals would rarely be concluded. */
const personFor = (type: CommandType, state: RegistrationState, { points, actor }: Dice): string => {
  const own = type === 'ScoreModel' || type === 'DeclareInterest';
  if (!own || state.status !== 'UNDER_APPRAISAL' || points % 4 === 0) return actor;
  const waiting = state.appraisal.team.filter(({ declared, scores }) => !declared || scores === undefined);
  return waiting[0]?.personId ?? actor;
};

const dataFor = ({ team, points, conflict }: Dice, day: string) => ({
  team,
  conflict,
  scores: [
    { criterion: 'C1', points: points + 15 },
    { criterion: 'C2', points },
  ],
  startedOn: day,
  heldOn: day,
  fieldVisitOn: day,
  dueOn: addDays(day, 5),
  remedyDueOn: day,
});

const factsFor = ({ facts }: RegistrationCommand, state: RegistrationState, { actor }: Dice) => {
  const revision = state.status === 'NONE' ? -1 : state.core.entries - 1;
  const frozen = { signerId: actor, frozenRevision: revision, currentRevision: revision };
  return { regulation: relaxed, members, ...('signerId' in facts ? frozen : {}) };
};
