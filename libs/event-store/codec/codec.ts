import type { DomainEvent, EventMeta } from '#domain';
import type { StoredEvent } from '../event-store.port.ts';

/** Lifts the data of one version of an event type to the next. Pure: the same input gives the same output for ever. */
export type Upcaster = (data: unknown) => unknown;

/** Per event type, the steps from version 1 to the current one; an empty list means that there is only version 1. */
export type Upcasters<Type extends string = string> = Readonly<Record<Type, readonly Upcaster[]>>;

/** An event that this program cannot read. It is not skipped: whoever follows the log stops there and says so. */
export class PoisonEventError extends Error {
  override readonly name = 'PoisonEventError';
}

/** What an event looks like between its type and the log. */
export interface Codec<Event extends DomainEvent> {
  /** The version new events of this type are written in. */
  currentVersion(type: Event['type']): number;
  encode(event: Event): { readonly type: Event['type']; readonly version: number; readonly data: unknown };
  /** @throws PoisonEventError for an unknown type or a version newer than this program */
  decode(stored: Pick<StoredEvent, 'type' | 'version' | 'data' | 'meta' | 'position'>): Decoded<Event>;
}

/** The event in its current shape, with its envelope: what `evolve` takes. */
export type Decoded<Event extends DomainEvent> = Event extends DomainEvent
  ? Omit<Event, 'effectiveOn'> & { readonly meta: EventMeta }
  : never;

export function createCodec<Event extends DomainEvent>(upcasters: Upcasters<Event['type']>): Codec<Event> {
  const steps = new Map<string, readonly Upcaster[]>(Object.entries(upcasters));
  const stepsOf = (type: string, where: string): readonly Upcaster[] => {
    const found = steps.get(type);
    if (!found) throw new PoisonEventError(`the event type ${JSON.stringify(type)} is unknown to this program${where}`);
    return found;
  };
  const currentVersion = (type: string): number => stepsOf(type, '').length + 1;

  return {
    currentVersion,
    encode: ({ type, data }) => ({ type, version: currentVersion(type), data }),
    decode({ type, version, data, meta, position }) {
      const where = ` (position ${position})`;
      const missing = stepsOf(type, where).slice(version - 1);
      if (version > currentVersion(type) || version < 1)
        throw new PoisonEventError(
          `${type} has version ${version}, this program knows ${currentVersion(type)}${where}`,
        );
      const current = missing.reduce((older, lift) => lift(older), data);
      return { type, data: current, meta } as unknown as Decoded<Event>;
    },
  };
}
