import { describedEvents } from '#contracts';
import type { EventsByCategory } from '#domain';

/** Every event of the workflow `webhook` is named so: the compiler refuses one that is not. */
type Named<Type extends `Webhook${string}`> = Type;
type OfWebhooks = Named<EventsByCategory['webhook']['type']>;

/** No webhook is told of webhooks; the feed tells of them. A receiver told of its own failures would cause more. */
const isForFeedOnly = (type: string): type is OfWebhooks => type.startsWith('Webhook');

const TYPES: ReadonlySet<string> = new Set(
  describedEvents.map(({ type }) => type).filter((type) => !isForFeedOnly(type)),
);

/** Whether a webhook may ask to be told of this type. */
export const canBeToldOf = (type: string): boolean => TYPES.has(type);

/** Whether a webhook that asked for these types, or for all by naming none, is told of an event. */
export const isToldOf = (eventTypes: readonly string[], type: string): boolean =>
  !isForFeedOnly(type) && (eventTypes.length === 0 || eventTypes.includes(type));
