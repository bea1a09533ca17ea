import { reject, type Actor, type Rejected } from '#domain';
import { rightsAt } from '#identity';
import type { Rejection } from '#use-cases';
import type { Ports } from './ports.ts';

/** The person in their appointment as administrator of the system, as it runs now. */
export const administratorOf = async (
  { directory, clock }: Ports,
  personId: string,
): Promise<Actor | Rejected<Rejection>> => {
  const held = rightsAt(await directory.current(), personId, clock.now()).find(({ role }) => role === 'SYSTEM_ADMIN');
  return held === undefined ? reject('role-not-allowed') : { personId, role: 'SYSTEM_ADMIN', unitId: held.unitId };
};
