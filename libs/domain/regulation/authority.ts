import type { UnitKind } from '../organization/unit/events.ts';
import type { Act, Authority, AwardForm, RegulationContent } from './events.ts';

/**
 * The kinds of body that may do `act` for a unit of `unitKind`; several when both its own body and a higher one may,
 * none when the regulation gives the act to nobody.
 */
export const competentBodies = (content: RegulationContent, act: Act, unitKind: UnitKind): readonly UnitKind[] => [
  ...new Set(
    content.authorities.filter((each) => each.act === act && each.unitKind === unitKind).map((each) => each.signedBy),
  ),
];

export interface CompetenceQuestion {
  readonly act: Act;
  /** The kind, on the day, of the unit whose model or recipient it is. */
  readonly unitKind: UnitKind;
  /** The kind, on the day, of the body that signs. */
  readonly signedBy: UnitKind;
  /** For COMMEND: the form to be awarded. */
  readonly form?: AwardForm;
}

/**
 * True when the regulation names such a body for that act; an authority that lists forms covers only these.
 * Source: Law on Emulation and Commendation, Art. 84: the form is within the competence of the signing body.
 */
export const isCompetent = (authorities: readonly Authority[], question: CompetenceQuestion): boolean =>
  authorities.some(
    ({ act, unitKind, signedBy, forms }) =>
      act === question.act &&
      unitKind === question.unitKind &&
      signedBy === question.signedBy &&
      (question.form === undefined || forms === undefined || forms.includes(question.form)),
  );
