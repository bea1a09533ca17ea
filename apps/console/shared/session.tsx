import { createContext, useContext } from 'react';
import type { WhoAmI } from './api/generated/types.gen.ts';

/** Who sits here, with their appointments. */
export const WhoContext = createContext<WhoAmI | undefined>(undefined);

/** Who is signed in; every page inside the frame has somebody. */
export const useWho = (): WhoAmI => {
  const who = useContext(WhoContext);
  if (who === undefined) throw new Error('Nobody is signed in here.');
  return who;
};
