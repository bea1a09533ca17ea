import type { DomainEvent } from '../kernel/index.ts';

/**
 * Stream `reservation-<uuid of the key>`: the reservation pattern, for a value that must be unique across streams (a
 * model's name in its unit and cycle; one reward for one achievement; an item in one frozen list).
 */
export type ReservationEvent =
  | DomainEvent<'KeyReserved', { readonly key: string; readonly holder: string }>
  | DomainEvent<'KeyReleased', { readonly key: string; readonly holder: string; readonly reason: string }>;
