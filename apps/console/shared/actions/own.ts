import { useQuery } from '@tanstack/react-query';
import { ownActionsOwnOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import type { OwnActions } from '../api/generated/types.gen.ts';

/** What somebody may begin, do to many, or read: by name, as the api tells it. */
export type OwnAction = keyof OwnActions;

export const useOwnActions = () => useQuery(ownActionsOwnOptions());

/** Whether it is allowed; not as long as nobody has said so. */
export const useMay = (action: OwnAction): boolean => useOwnActions().data?.[action].allowed ?? false;

const TO_MANY = ['AcceptRegistration', 'ReturnRegistration', 'OpenAppraisal'] as const satisfies readonly OwnAction[];

/** A command that can be given to many registrations from one page. */
export type ToMany = (typeof TO_MANY)[number];

/** What somebody may do to many registrations at all; each of the many is judged when its turn comes. */
export const useToMany = () => {
  const { data } = useOwnActions();
  return TO_MANY.filter((command) => data?.[command].allowed);
};
