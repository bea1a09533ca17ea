import type { DomainEvent } from '#domain';
import { productCodec, type Codec, type StoredEvent } from '#event-store';

/** Between events and what the log holds; any event of any workflow. */
export type EventCodec = Codec<DomainEvent>;

/** Every event the product records. Another type is refused as poison. */
export const catalogue = productCodec as unknown as EventCodec;

/** A stored event with its data lifted to the current version. Throws `PoisonEventError` for what cannot be read. */
export const inCurrentShape = (codec: EventCodec, stored: StoredEvent): StoredEvent => codec.decode(stored);
