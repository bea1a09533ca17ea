/** How it ended: it is over, or it is another person's now, who signed in on this browser. */
export type End = 'over' | 'another';

type Listener = (end: End) => void;

const listeners = new Set<Listener>();

/** Where the client tells that the session is not theirs any more, and the gate hears it. */
export const sessionEnd = {
  tell: (end: End): void => listeners.forEach((listener) => listener(end)),
  hear: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
