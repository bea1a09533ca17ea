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

let chosen = kept();
/** The only one that whoever sits here holds or held last: they act under it without choosing, and are told when it is over. */
let sole: Appointment | undefined;
/** Who is believed to sit here: whose name is shown. */
let person: string | undefined;
const listeners = new Set<() => void>();

/** Under which of their appointments alone whoever sits here acts; under all of them when undefined. */
export const actingAs = (): Appointment | undefined => chosen ?? sole;

/** Every request from now on is made under this one; kept until the browser's session ends. */
export const actAs = (appointment: Appointment | undefined): void => {
  chosen = appointment;
  if (appointment === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(appointment));
  listeners.forEach((listener) => listener());
};

/** Every request from now on is made by this person, and nobody else. */
export const sitsHere = ({ personId, appointments }: WhoAmI): void => {
  if (personId !== person) sole = undefined;
  if (appointments.length > 0) sole = appointments.length === 1 ? appointments[0] : undefined;
  person = personId;
  listeners.forEach((listener) => listener());
};

export const useActingAs = (): Appointment | undefined => useSyncExternalStore(subscribe, actingAs);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What a request carries to be made by whoever is believed to sit here, under what they act under. */
export const actingHeaders = (): Readonly<Record<string, string>> => {
  const acting = actingAs();
  return {
    ...(person === undefined ? {} : { 'X-Kheo-Person': person }),
    ...(acting === undefined ? {} : { 'X-Kheo-Acting-As': acting.appointmentId }),
  };
};
