import type { UnitKind } from '../organization/unit/events.ts';
import type { Act, AwardForm, RegulationContent } from './events.ts';

/**
 * The kinds of body that may do `act` for a unit of `unitKind`; several when both its own body and a higher one may,
 * none when the regulation gives the act to nobody.
 */
export const competentBodies = (content: RegulationContent, act: Act, unitKind: UnitKind): readonly UnitKind[] => [
  ...new Set(
    content.authorities.filter((each) => each.act === act && each.unitKind === unitKind).map((each) => each.signedBy),
  ),
];

/** True when a body of `signedBy` kind may do `act` for a unit of `unitKind`. */
export const isCompetent = (content: RegulationContent, act: Act, unitKind: UnitKind, signedBy: UnitKind): boolean =>
  competentBodies(content, act, unitKind).includes(signedBy);

/**
 * True when a body of `signedBy` kind may give an award of this form; with `unitKind`, to units of that kind.
 * Source: Law on Emulation and Commendation, Art. 84: the form is within the competence of the signing body.
 */
export const mayAward = (
  content: RegulationContent,
  signedBy: UnitKind,
  form: AwardForm,
  unitKind?: UnitKind,
): boolean =>
  content.authorities.some(
    (each) =>
      each.act === 'COMMEND' &&
      each.signedBy === signedBy &&
      (unitKind === undefined || each.unitKind === unitKind) &&
      each.forms?.includes(form) === true,
  );
