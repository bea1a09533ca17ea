import { tidy } from '../../kernel/index.ts';
import { distinct, isWhole, unless, type Problems } from './checks.ts';
import { DUTY_KINDS, type ReminderRules, type Rung } from '../events.ts';

/** A working year before a due date, and one after it. */
const MOST_WORKING_DAYS = 250;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Problems of the ladders and of the quiet hours; none when the regulation reminds nobody. */
export const validateReminders = (rules: ReminderRules | undefined): Problems =>
  rules === undefined
    ? []
    : [
        ...ladder(rules.ladder, '/reminders/ladder'),
        ...DUTY_KINDS.flatMap((kind) => ladder(rules.ladders?.[kind] ?? [], `/reminders/ladders/${kind}`)),
        ...unless(TIME.test(rules.quietHours.from), '/reminders/quietHours/from', 'time-invalid'),
        ...unless(TIME.test(rules.quietHours.until), '/reminders/quietHours/until', 'time-invalid'),
      ];

const ladder = (rungs: readonly Rung[], pointer: string): Problems => [
  ...rungs.flatMap(({ code, workingDays }, index) => [
    ...unless(tidy(code) !== '', `${pointer}/${index}/code`, 'code-missing'),
    ...unless(
      isWhole(workingDays, -MOST_WORKING_DAYS, MOST_WORKING_DAYS),
      `${pointer}/${index}/workingDays`,
      'number-invalid',
    ),
    ...unless(inOrder(rungs[index - 1], workingDays), `${pointer}/${index}/workingDays`, 'rungs-out-of-order'),
  ]),
  ...distinct(
    rungs.map(({ code }) => code),
    (index) => `${pointer}/${index}/code`,
    'code-duplicate',
  ),
];

const inOrder = (before: Rung | undefined, workingDays: number): boolean =>
  before === undefined || before.workingDays <= workingDays;
