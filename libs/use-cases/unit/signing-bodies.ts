import { organization, regulation, reject, type LocalDate } from '#domain';
import type { CorePorts } from '../ports.ts';
import type { Choice } from '../registration/choices.ts';
import { regulationFor, type Rules } from '../regulation/rules.ts';

interface Asked extends Pick<regulation.CompetenceQuestion, 'act' | 'form'> {
  readonly unitId: string;
  readonly on: LocalDate;
}

interface Body {
  readonly unitId: string;
  readonly kind: organization.UnitKind;
}

/**
 * The unit and those above it on a day, the nearest first, each with whether it signs the act for the unit under the
 * regulation in force there; undefined when there is no such unit on the day.
 */
export const signingBodies = async (
  { directory, rules }: CorePorts & { readonly rules: Rules },
  { unitId, act, form, on }: Asked,
): Promise<readonly Choice<Body>[] | undefined> => {
  const [{ tree }, known] = [await directory.current(), await rules.current()];
  const unit = organization.unitOn(tree, unitId, on);
  if (unit === undefined) return undefined;
  const authorities = regulationFor(known, tree, unitId, on)?.authorities ?? [];
  const question = { act, unitKind: unit.kind, ...(form === undefined ? {} : { form }) };
  return organization.pathOn(tree, unitId, on).flatMap((id) => {
    const body = organization.unitOn(tree, id, on);
    if (body === undefined) return [];
    const competent = regulation.isCompetent(authorities, { ...question, signedBy: body.kind });
    const refused = competent ? undefined : reject('not-competent');
    return [{ unitId: id, kind: body.kind, refused: body.active ? refused : reject('unit-not-active') }];
  });
};
