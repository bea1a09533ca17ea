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

/** Whether what they act under is over; every page says so, above what it shows. */
export const useIsActingOver = (): boolean => {
  const who = useContext(WhoContext);
  const acting = useActingAs();
  return (
    who !== undefined &&
    acting !== undefined &&
    !who.appointments.some(({ appointmentId }) => appointmentId === acting.appointmentId)
  );
};

/** Who is signed in, with the appointments that they act under. */
export const useWho = (): WhoAmI => {
  const who = useWholeWho();
  const acting = useActingAs();
  if (acting === undefined) return who;
  return { ...who, appointments: who.appointments.filter((each) => each.appointmentId === acting.appointmentId) };
};
