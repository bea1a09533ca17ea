import { fold, registration } from '#domain';
import type { Ports } from '../ports.ts';

/** One name per unit and cycle, however it is spelt. */
export const nameKey = ({ unitId, cycleId, form }: Pick<registration.Core, 'unitId' | 'cycleId' | 'form'>): string =>
  JSON.stringify(['registration-name', unitId, cycleId, fold(form.name)]);

const GONE: readonly registration.Status[] = ['NONE', 'DRAFT', 'RETURNED', 'DECLINED', 'WITHDRAWN', 'DISCONTINUED'];

/** A submitted or registered model holds its name; one that was given back, declined or withdrawn does not. */
export const holdsName = async (ports: Ports, registrationId: string): Promise<boolean> => {
  const { state } = await ports.engine.load(`registration-${registrationId}`, registration.decider);
  return !GONE.includes(state.status);
};
