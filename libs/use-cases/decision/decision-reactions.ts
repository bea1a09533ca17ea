import type { EventLog } from '#event-store';
import type { Clock, Engine, Reaction } from '#engine';
import { applyDecision } from './apply-decision.ts';
import { carryOnIssuing } from './carry-on-issuing.ts';
import { createDecisionFacts, type DecisionFactsSource } from './decision-facts.ts';

export interface DecisionReactionsOptions {
  readonly engine: Engine;
  readonly store: EventLog;
  readonly clock: Clock;
  /** Facts of other streams; read from the log unless given. */
  readonly facts?: DecisionFactsSource;
  /** How long a signer's own request has to issue with the number it reserved, in milliseconds; 5,000 unless told. */
  readonly graceMs?: number;
}

/** Everything the system does of itself about decisions; run each with `createReactionRunner`. */
export function createDecisionReactions(options: DecisionReactionsOptions): readonly Reaction[] {
  const { engine, store, clock, facts = createDecisionFacts(engine, store), graceMs = 5000 } = options;
  const tools = { engine, clock, facts };
  return [applyDecision(tools), carryOnIssuing(tools, graceMs)];
}
