import { apiKey, availabilities, incident, oneself, reject, webhook, type Availability, type Company } from '#domain';
import { companyOver, type ApiKeys } from '#identity';
import type { CorePorts } from '../ports.ts';

type Needed = Pick<CorePorts, 'engine' | 'directory' | 'clock'>;

/** As whom a person may act for the whole system, and as whom everybody may. */
const companyAtRoot = async ({ directory, clock }: Needed, personId: string): Promise<Company> => {
  const known = await directory.current();
  const { rootId } = known.tree;
  return rootId === undefined
    ? { mine: [], everybody: [] }
    : companyOver(known, { personId, unitId: rootId, at: clock.now() });
};

/** What a person may do with an import: who sent it stops it, or who administers the whole. */
export const importActions = async (
  ports: Needed,
  personId: string,
  { sentBy, isOver }: { readonly sentBy: string; readonly isOver: boolean },
): Promise<Readonly<Record<'CancelImport', Availability<'import-over' | 'role-not-allowed'>>>> => {
  const root = await companyAtRoot(ports, personId);
  const mine = sentBy === personId ? [oneself(personId)] : root.mine;
  return availabilities<'CancelImport', 'import-over'>(
    { CancelImport: ['SELF', 'SYSTEM_ADMIN'] },
    () => ({ ...root, mine }),
    { status: () => (isOver ? reject('import-over') : undefined) },
  );
};

/** What a person may do with a webhook; undefined when there is none. */
export const webhookActions = async (
  ports: Needed,
  personId: string,
  id: string,
): Promise<ReturnType<typeof webhook.availableActions> | undefined> => {
  const { state } = await ports.engine.load(`webhook-${id}`, webhook.decider);
  return state.status === 'MISSING' ? undefined : webhook.availableActions(state, await companyAtRoot(ports, personId));
};

/** What a person may do with an incident; undefined when there is none. */
export const incidentActions = async (
  ports: Needed,
  personId: string,
  id: string,
): Promise<ReturnType<typeof incident.availableActions> | undefined> => {
  const { state } = await ports.engine.load(`incident-${id}`, incident.decider);
  return state.status === 'MISSING'
    ? undefined
    : incident.availableActions(state, await companyAtRoot(ports, personId));
};

/** What a person may do with the key of a program; undefined when there is none. */
export const apiKeyActions = async (
  ports: Needed & { readonly apiKeys: Pick<ApiKeys, 'has'> },
  personId: string,
  id: string,
): Promise<ReturnType<typeof apiKey.availableActions> | undefined> => {
  const { state } = await ports.engine.load(`apikey-${id}`, apiKey.decider);
  // A key may be older than the log's telling of keys.
  return state.status === 'NONE' && !(await ports.apiKeys.has(id))
    ? undefined
    : apiKey.availableActions(state, await companyAtRoot(ports, personId));
};
