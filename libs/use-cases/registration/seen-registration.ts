import { registration } from '#domain';
import { actorsOver } from '#identity';
import { registrationsCiting, type SightedLine } from '#read-models';
import type { CorePorts, Ports } from '../ports.ts';
import { regulationOf, type Rules } from '../regulation/rules.ts';
import { seenBy } from '../seen-by.ts';

/** A registration, and how much of it somebody is told. */
export interface SeenRegistration {
  readonly state: Exclude<registration.RegistrationState, { readonly status: 'NONE' }>;
  readonly sight: registration.Sight;
}

/** A registration as the log has it now and what the person is told of it; undefined when they see none. */
export const seenRegistration = async (
  ports: CorePorts & { readonly rules: Rules },
  personId: string,
  id: string,
): Promise<SeenRegistration | undefined> => {
  const found = await seenBy(ports, personId, `registration-${id}`, registration.decider, ({ core }) => core.unitId);
  if (found === undefined) return undefined;
  const { state } = found;
  const roles = await rolesOver(ports, personId, state.core.unitId);
  const pinned = 'regulationId' in state ? regulationOf(await ports.rules.current(), state.regulationId) : undefined;
  return { state, sight: registration.sightOf(state, { personId, roles }, pinned?.content.appraisal) };
};

/** {@link SeenRegistration.sight} of lines of the register, for a person. */
export const sightOfLines = async (
  { directory, clock, rules }: CorePorts & { readonly rules: Rules },
  personId: string,
): Promise<(line: SightedLine) => registration.Sight> => {
  const [known, regulations, at] = [await directory.current(), await rules.current(), clock.now()];
  return ({ unitId, status, regulationId, standing }) => {
    const roles = actorsOver(known, { personId, unitId, at }).map(({ role }) => role);
    const [appraisers, impartial] = [standing !== null, standing === 'IMPARTIAL'].map((is) => (is ? [personId] : []));
    const pinned = regulationId === null ? undefined : regulationOf(regulations, regulationId);
    const core = { appraisers: appraisers ?? [], impartial: impartial ?? [] };
    return registration.sightOf({ status, core }, { personId, roles }, pinned?.content.appraisal);
  };
};

/**
 * Whether a person may see a file: who sees its unit does, but an appraiser only what they added themselves and what a
 * registration rests on whose dossier is open to them.
 */
export const seesEvidence = async (
  ports: CorePorts & Pick<Ports, 'rules' | 'readModels'>,
  personId: string,
  file: { readonly evidenceId: string; readonly unitId: string; readonly addedBy: string },
): Promise<boolean> => {
  const roles = await rolesOver(ports, personId, file.unitId);
  if (roles.length === 0 || !roles.includes('APPRAISER') || file.addedBy === personId) return roles.length > 0;
  if (roles.some((role) => registration.WHOLE_ROLES.includes(role))) return true;
  const citing = await registrationsCiting(ports.readModels, file.evidenceId);
  const seen = await Promise.all(citing.map((id) => seenRegistration(ports, personId, id)));
  const sights = seen.flatMap((each) => each?.sight ?? []);
  if (sights.some((sight) => sight !== 'NAME')) return true;
  return sights.length === 0 && roles.some((role) => role !== 'APPRAISER');
};

const rolesOver = async ({ directory, clock }: CorePorts, personId: string, unitId: string) =>
  actorsOver(await directory.current(), { personId, unitId, at: clock.now() }).map(({ role }) => role);
