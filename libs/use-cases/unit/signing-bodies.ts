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
  const bodies = bodiesSigning(tree, authorities, { unitId, act, on, ...(form === undefined ? {} : { form }) });
  const refusalOf = (body: organization.UnitOnDate): Rejected<Rejection> | undefined => {
    if (!body.active) return reject('unit-not-active', { params: { unit: body.unitId } });
    if (bodies.includes(body.unitId)) return undefined;
    return reject('not-competent', bodies.length === 0 ? {} : { params: { bodies } });
  };
  return pathOf(tree, unitId, on).map((body) => ({
    ...{ unitId: body.unitId, kind: body.kind },
    refused: namedIn(current, refusalOf(body), clock.now()),
  }));
};

/** Of the unit and those above it on a day, the nearest first, those that sign the act for it. */
export const bodiesSigning = (
  tree: organization.UnitTree,
  authorities: readonly regulation.Authority[],
  { unitId, on, ...asked }: Asked,
): readonly string[] => {
  const unit = organization.unitOn(tree, unitId, on);
  if (unit === undefined) return [];
  const question = { ...asked, unitKind: unit.kind };
  return pathOf(tree, unitId, on)
    .filter(({ kind, active }) => active && regulation.isCompetent(authorities, { ...question, signedBy: kind }))
    .map((body) => body.unitId);
};

const pathOf = (tree: organization.UnitTree, unitId: string, on: LocalDate): readonly organization.UnitOnDate[] =>
  organization.pathOn(tree, unitId, on).flatMap((id) => organization.unitOn(tree, id, on) ?? []);
