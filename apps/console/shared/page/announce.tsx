import { useSyncExternalStore } from 'react';

/** Milliseconds for which what was said is shown. */
const SHOWN_MS = 8_000;

let said = '';
let timer = 0;
const listeners = new Set<() => void>();

const change = (text: string): void => {
  said = text;
  listeners.forEach((listener) => listener());
};

/** Says that something was done, on whatever page comes next. */
export const announce = (text: string): void => {
  clearTimeout(timer);
  change(text);
  timer = window.setTimeout(() => change(''), SHOWN_MS);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where it is shown and told. */
export const Announcements = () => {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <div role="status" className={text === '' ? 'unseen' : 'announcement'}>
      {text}
    </div>
  );
};
