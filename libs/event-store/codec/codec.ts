import type { DomainEvent } from '#domain';
import type { RecordedEvent } from '../event-log.port.ts';
import { PoisonEventError, type StoredEvent } from '../event-store.port.ts';

/** Lifts the data of one version of an event type to the next. Pure: the same input gives the same output for ever. */
export type Upcaster = (data: unknown) => unknown;

/** Per event type, the steps from version 1 to the current one; an empty list means that there is only version 1. */
export type Upcasters<Type extends string = string> = Readonly<Record<Type, readonly Upcaster[]>>;

/** What an event looks like between its type and the log. */
export interface Codec<Event extends DomainEvent> {
  /** @throws PoisonEventError for an unknown type */
  encode(event: Pick<Event, 'type' | 'data'>): {
    readonly type: string;
    readonly version: number;
    readonly data: unknown;
  };
  /**
   * The event in the current shape of its type; the very same object when it is stored in it.
   * @throws PoisonEventError for an unknown type or a version newer than this program
   */
  decode(stored: StoredEvent): RecordedEvent<Event>;
  /** Steps that lift events, of all types together: the number grows with each, so it names the shape of them all. */
  readonly upcasts: number;
}

export function createCodec<Event extends DomainEvent>(upcasters: Upcasters<Event['type']>): Codec<Event> {
  const known = new Map<string, readonly Upcaster[]>(Object.entries(upcasters));
  const stepsOf = (type: string, where = ''): readonly Upcaster[] => {
    const steps = known.get(type);
    if (!steps) throw new PoisonEventError(`the event type ${JSON.stringify(type)} is unknown to this program${where}`);
    return steps;
  };

  return {
    upcasts: [...known.values()].flat().length,
    encode: ({ type, data }) => ({ type, version: stepsOf(type).length + 1, data }),
    decode(stored) {
      const { type, version } = stored;
      const steps = known.get(type) ?? stepsOf(type, placeOf(stored));
      const current = steps.length + 1;
      if (version > current || version < 1)
        throw new PoisonEventError(`${type} has version ${version}, this program knows ${current}${placeOf(stored)}`);
      return (version === current ? stored : lifted(stored, steps)) as RecordedEvent<Event>;
    },
  };
}

const lifted = (stored: StoredEvent, steps: readonly Upcaster[]): StoredEvent => ({
  ...stored,
  version: steps.length + 1,
  data: steps.slice(stored.version - 1).reduce((older, lift) => lift(older), stored.data),
});

const placeOf = ({ position, stream }: StoredEvent): string => ` (position ${position}, ${stream})`;
