import type { ItemFacts } from './commands.ts';
import type { CommendationEvent } from '../commendation/events.ts';
import type { RegistrationEvent } from '../registration/events.ts';
import type { DecisionItem, ManifestItem } from './events.ts';

/** Tells two items apart, also when a registration and a commendation bear the same id. */
export const itemKey = ({ kind, id }: Pick<DecisionItem, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The decision's items, in their order, each with its revision as the facts have it; -1 where they say nothing. */
export const manifestOf = (items: readonly DecisionItem[], facts: readonly ItemFacts[]): readonly ManifestItem[] => {
  const revisions = new Map(facts.map((fact) => [itemKey(fact), fact.revision]));
  return items.map((item) => ({ ...item, revision: revisions.get(itemKey(item)) ?? -1 }));
};

/**
 * The manifest as canonical JSON: keys sorted, no white space, items in the decision's order. Its SHA-256 over UTF-8
 * is what the frozen decision stands for. Source: RFC 8785.
 */
export const manifestText = (manifest: readonly ManifestItem[]): string =>
  JSON.stringify(
    manifest.map(({ id, kind, reason, revision }) => ({
      id,
      kind,
      ...(reason === undefined ? {} : { reason }),
      revision,
    })),
  );

const READY: ReadonlySet<string> = new Set<(CommendationEvent | RegistrationEvent)['type']>([
  'ModelAppraised',
  'VoteHeld',
  'CommendationSubmitted',
  'ModelRecognized',
  'ModelCommended',
  'AchievementCommended',
]);

/** Whether an item is ready for a decision after the event. */
export const makesReady = (eventType: string): boolean => READY.has(eventType);
