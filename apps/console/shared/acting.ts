import { useSyncExternalStore } from 'react';
import type { WhoAmI } from './api/generated/types.gen.ts';

/** An appointment that one acts under, with what it is called once it is over. */
export type Appointment = WhoAmI['appointments'][number];

const KEY = 'kheo.actingAs';

const kept = (): Appointment | undefined => {
  try {
    const text = sessionStorage.getItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as Appointment);
  } catch {
    return undefined;
  }
};

let acting = kept();
const listeners = new Set<() => void>();

/** Under which of their appointments alone whoever sits here acts; under all of them when undefined. */
export const actingAs = (): Appointment | undefined => acting;

/** Every request from now on is made under this one; kept until the browser's session ends. */
export const actAs = (appointment: Appointment | undefined): void => {
  acting = appointment;
  if (appointment === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(appointment));
  listeners.forEach((listener) => listener());
};

export const useActingAs = (): Appointment | undefined => useSyncExternalStore(subscribe, actingAs);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What a request carries to be made under it. */
export const actingHeaders = (): Readonly<Record<string, string>> =>
  acting === undefined ? {} : { 'X-Kheo-Acting-As': acting.appointmentId };
