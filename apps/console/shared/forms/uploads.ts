import { createContext, use, type Dispatch, type SetStateAction } from 'react';

/** Counts the files that are still on their way: a form is not sent without them. */
export const UploadsContext = createContext<Dispatch<SetStateAction<number>>>(() => undefined);

/** Counts one file while it is sent. */
export const useUploads = () => {
  const count = use(UploadsContext);
  return async <T>(sending: () => Promise<T>): Promise<T> => {
    count((before) => before + 1);
    try {
      return await sending();
    } finally {
      count((before) => before - 1);
    }
  };
};
