import { regulation } from '#domain';
import { ListOf, OneOf, Part, Shaped, Text, WholeNumber, YesNo } from '../http/validation/fields.ts';

const RUNGS = { max: 20 } as const;
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/u;

export class RungBody {
  @Text({ max: 20 }) code: string;
  @WholeNumber({ min: -250, max: 250, description: 'From the due date: negative before it' }) workingDays: number;
  @OneOf(regulation.RUNG_RECIPIENTS) recipient: regulation.RungRecipient;
}

const Ladder = (): PropertyDecorator => ListOf(() => RungBody, { ...RUNGS, optional: true });

/** One kind of duty, one ladder; without it the common one. */
export class LaddersBody implements Readonly<Partial<Record<regulation.DutyKind, readonly RungBody[]>>> {
  @Ladder() REPORT?: readonly RungBody[];
  @Ladder() RETURNED_REGISTRATION?: readonly RungBody[];
  @Ladder() SUPPLEMENT?: readonly RungBody[];
  @Ladder() REMEDY?: readonly RungBody[];
  @Ladder() APPRAISAL?: readonly RungBody[];
  @Ladder() REGISTRATION_STEP?: readonly RungBody[];
  @Ladder() DOSSIER_STEP?: readonly RungBody[];
}

export class QuietHoursBody {
  @Shaped(TIME_OF_DAY, { description: 'HH:MM in Vietnam' }) from: string;
  @Shaped(TIME_OF_DAY, { description: 'HH:MM in Vietnam' }) until: string;
}

export class ReminderRulesBody {
  @ListOf(() => RungBody, RUNGS) ladder: readonly RungBody[];
  @Part(() => LaddersBody, { optional: true }) ladders?: LaddersBody;
  @Part(() => QuietHoursBody) quietHours: QuietHoursBody;
  @YesNo() personalSettings: boolean;
}
