import type { Reminder } from '../../shared/api/generated/types.gen.ts';

/** When a rung is reached, as its code says. */
type Rung =
  | { readonly kind: 'before' | 'due' | 'after'; readonly days: number }
  | { readonly kind: 'order'; readonly on: string };

/** What `T-3`, `T0`, `T+5` or `ORDER-2026-06-11` says; undefined for a rung that is called otherwise. */
export const rungOf = (code: string): Rung | undefined => {
  const on = /^ORDER-(\d{4}-\d{2}-\d{2})$/u.exec(code)?.[1];
  if (on !== undefined) return { kind: 'order', on };
  const [, sign, digits] = /^T([+-]?)(\d+)$/u.exec(code) ?? [];
  if (digits === undefined) return undefined;
  const days = Number(digits);
  if (days === 0) return { kind: 'due', days };
  return { kind: sign === '-' ? 'before' : 'after', days };
};

type Told = Pick<Reminder, 'type' | 'dueOn' | 'rungs' | 'recipient' | 'personId'>;

const rungIn = ({ dueOn, rungs }: Pick<Told, 'dueOn' | 'rungs'>): string => JSON.stringify([dueOn, rungs]);

/** How many people the last reminder reached, and whom by no way; the history tells the last first. */
export const lastReminder = <Of extends Told>(history: readonly Of[]) => {
  const told = history.filter(({ type }) => type === 'ReminderSent' || type === 'ReminderFailed');
  const last = told.filter((each, _, [newest = each]) => rungIn(each) === rungIn(newest));
  const sent = last.filter(({ type }) => type === 'ReminderSent');
  const unreached = last.filter(
    ({ type, recipient, personId }) =>
      type === 'ReminderFailed' && !sent.some((each) => each.recipient === recipient && each.personId === personId),
  );
  return { reached: new Set(sent.map(({ personId }) => personId)).size, unreached };
};

/** How often a unit was reminded: what was told at one rung of a due date, to whomever and by whichever way, is once. */
export const timesSent = (history: readonly Pick<Reminder, 'type' | 'dueOn' | 'rungs'>[]): number =>
  new Set(history.filter(({ type }) => type === 'ReminderSent').map(rungIn)).size;
