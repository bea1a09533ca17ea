import { organization, regulation, reject, type LocalDate, type Rejected } from '#domain';
import { namedIn } from '../named-refusal.ts';
import type { CorePorts } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
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
  { directory, rules, clock }: CorePorts & { readonly rules: Rules },
  { unitId, act, form, on }: Asked,
): Promise<readonly Choice<Body>[] | undefined> => {
  const [current, known] = [await directory.current(), await rules.current()];
  const { tree } = current;
  const unit = organization.unitOn(tree, unitId, on);
  if (unit === undefined) return undefined;
  const authorities = regulationFor(known, tree, unitId, on)?.authorities ?? [];
  const question = { act, unitKind: unit.kind, ...(form === undefined ? {} : { form }) };
  const path = organization.pathOn(tree, unitId, on).flatMap((id) => organization.unitOn(tree, id, on) ?? []);
  const bodies = path
    .filter(({ kind, active }) => active && regulation.isCompetent(authorities, { ...question, signedBy: kind }))
    .map((body) => body.unitId);
  const refusalOf = (body: organization.UnitOnDate): Rejected<Rejection> | undefined => {
    if (!body.active) return reject('unit-not-active', { params: { unit: body.unitId } });
    if (bodies.includes(body.unitId)) return undefined;
    return reject('not-competent', bodies.length === 0 ? {} : { params: { bodies } });
  };
  return path.map((body) => ({
    ...{ unitId: body.unitId, kind: body.kind },
    refused: namedIn(current, refusalOf(body), clock.now()),
  }));
};
