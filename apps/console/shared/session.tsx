import { createContext, useContext } from 'react';
import { useActingAs } from './acting.ts';
import type { WhoAmI } from './api/generated/types.gen.ts';

/** Who sits here, with their appointments. */
export const WhoContext = createContext<WhoAmI | undefined>(undefined);

/** Who is signed in, with all their appointments; every page inside the frame has somebody. */
export const useWholeWho = (): WhoAmI => {
  const who = useContext(WhoContext);
  if (who === undefined) throw new Error('Nobody is signed in here.');
  return who;
};

/** Who is signed in, with the appointments that they act under. */
export const useWho = (): WhoAmI => {
  const who = useWholeWho();
  const acting = useActingAs();
  if (acting === undefined) return who;
  return { ...who, appointments: who.appointments.filter((each) => each.appointmentId === acting.appointmentId) };
};
