import { useEffect, useState } from 'react';

/** Milliseconds without a key before it is searched. */
const PAUSE_MS = 250;

/** What was typed, once the person pauses. */
export const useSearched = (): readonly [typed: string, type: (text: string) => void] => {
  const [text, type] = useState('');
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setTyped(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return [typed.trim(), type];
};
