import type { UnitKind } from '../organization/unit/events.ts';
import type { Act, Authority, AwardForm } from '../regulation/events.ts';

export interface CompetenceQuestion {
  readonly act: Act;
  /** The kind, on the day, of the unit whose model or recipient it is. */
  readonly unitKind: UnitKind;
  /** The kind, on the day, of the body that signs. */
  readonly signedBy: UnitKind;
  /** For COMMEND: the form to be awarded. */
  readonly form?: AwardForm;
}

/** True when the regulation names such a body for that act; an authority that lists forms covers only these. */
export const isCompetent = (authorities: readonly Authority[], question: CompetenceQuestion): boolean =>
  authorities.some(
    ({ act, unitKind, signedBy, forms }) =>
      act === question.act &&
      unitKind === question.unitKind &&
      signedBy === question.signedBy &&
      (question.form === undefined || forms === undefined || forms.includes(question.form)),
  );
