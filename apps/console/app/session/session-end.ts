type Listener = () => void;

const listeners = new Set<Listener>();

/** Where the client tells that the session is over, and the gate hears it. */
export const sessionEnd = {
  tell: (): void => listeners.forEach((listener) => listener()),
  hear: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
