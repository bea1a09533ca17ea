import { useSyncExternalStore } from 'react';
import type { WhoAmI } from './api/generated/types.gen.ts';

/** An appointment that one acts under, with what it is called once it is over. */
export type Appointment = WhoAmI['appointments'][number];

/** What this tab acts under; `null` for all that one holds. */
const KEY = 'kheo.actingAs';
/** The same of the tab that somebody looked at last, with who it was: what is opened from it begins so. */
const LAST = 'kheo.actingAs.last';

interface Last {
  readonly personId: string;
  readonly appointmentId: string | null;
}

/** Undefined where there is none, or the browser keeps nothing. */
const read = (storage: () => Storage, key: string): unknown => {
  try {
    const text = storage().getItem(key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const kept = read(() => sessionStorage, KEY) as Appointment | null | undefined;
let chosen = kept ?? undefined;
/** A new tab has chosen nothing yet, not even all. */
let isNew = kept === undefined;
/** The only one that whoever sits here holds or held last: they act under it without choosing, and are told when it is over. */
let sole: Appointment | undefined;
/** Who is believed to sit here: whose name is shown. */
let person: string | undefined;
const listeners = new Set<() => void>();

/** Under which of their appointments alone whoever sits here acts; under all of them when undefined. */
export const actingAs = (): Appointment | undefined => chosen ?? sole;

const keep = (appointment: Appointment | undefined): void => {
  chosen = appointment;
  isNew = false;
  sessionStorage.setItem(KEY, JSON.stringify(appointment ?? null));
};

/** Every request from now on is made under this one; kept until the tab is closed. */
export const actAs = (appointment: Appointment | undefined): void => {
  keep(appointment);
  handOn();
  listeners.forEach((listener) => listener());
};

/** Notes for tabs that are opened from this one what it acts under; to be told whenever somebody looks at it. */
export const handOn = (): void => {
  if (person === undefined) return;
  const last: Last = { personId: person, appointmentId: chosen?.appointmentId ?? null };
  localStorage.setItem(LAST, JSON.stringify(last));
};

/** Every request from now on is made by this person, and nobody else. */
export const sitsHere = ({ personId, appointments }: WhoAmI): void => {
  if (personId !== person) sole = undefined;
  if (appointments.length > 0) sole = appointments.length === 1 ? appointments[0] : undefined;
  person = personId;
  if (isNew) keep(handedTo(personId, appointments));
  listeners.forEach((listener) => listener());
};

/** What the tab that this one was opened from acts under, as long as it is theirs. */
const handedTo = (personId: string, appointments: WhoAmI['appointments']): Appointment | undefined => {
  const last = read(() => localStorage, LAST) as Last | null | undefined;
  if (last?.personId !== personId) return undefined;
  return appointments.find(({ appointmentId }) => appointmentId === last.appointmentId);
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
