import { setTimeout as sleep } from 'node:timers/promises';
import { decision, reject, type Rejected } from '#domain';
import { inChunks } from '#engine';
import type { Rejection } from '../rejection.ts';
import { claimKey, holderOf, isInTheMaking, releaseKey, reserveKey, type Reserving } from '../reserve-key.ts';
import type { Context } from '../run-workflow.ts';
import { actorSees } from '../seen-by.ts';
import { inOtherDecision } from './under-way.ts';

type Freezing = Context<decision.DecisionState>;
type Draft = decision.StateFor<'FreezeDecision'>;
type Listed = Exclude<decision.DecisionState, { readonly status: 'NONE' }>;

/** Keys taken at the same time; a store that can records such appends together. */
const AT_ONCE = 64;
const WAIT_MS = 50;
const TRIES = 40;

/**
 * Takes every item for the list that is being frozen, unless that is refused anyway. A frozen list holds its items until
 * the decision is cancelled or completed; one that is being frozen holds them for a minute.
 */
export const withItems = async (
  command: decision.FreezeDecision,
  context: Freezing,
  dryRun: boolean,
): Promise<decision.FreezeDecision | Rejected<Rejection>> => {
  const { state } = context.loaded;
  if (state.status !== 'DRAFT' || decision.decide(command, state).kind === 'rejected') return command;
  const others = dryRun ? await holdersOf(context, state) : await claimItems(context, state);
  if (others === undefined) return reject('concurrency-conflict');
  const isSeen = (unitId: string): boolean => actorSees(context, unitId);
  const items = command.facts.items.map((item) => {
    const other = others.get(decision.itemKey(item));
    return other === undefined ? item : { ...item, refused: inOtherDecision(other, isSeen) };
  });
  return { ...command, facts: { ...command.facts, items } };
};

/** The other decisions that have items of a list, by the item. */
type Holders = ReadonlyMap<string, Listed>;

/**
 * Of two lists that are frozen at once and have each taken some of the other's items, one waits and one gives way.
 * Undefined where the other one did not give way in time.
 */
const claimItems = async (context: Freezing, list: Draft): Promise<Holders | undefined> => {
  const { ports } = context;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const wishes = wishesFor(context, list);
    const taken = await inChunks(wishes, AT_ONCE, async (wish) => {
      await reserveKey(ports, wish);
      return (await holderOf(ports, wish.key)) === list.decisionId;
    });
    if (taken.every(Boolean)) return new Map();
    const others = await holdersOf(context, list);
    const waits = [...others.values()].every((other) => other.status === 'DRAFT' && list.decisionId < other.decisionId);
    const isLast = tries === TRIES - 1;
    if (!waits || isLast) {
      await inChunks(wishes, AT_ONCE, async (wish) => {
        await releaseKey(ports, wish, 'not-frozen');
      });
      return waits ? undefined : others;
    }
    await sleep(WAIT_MS);
  }
  return undefined;
};

const holdersOf = async (context: Freezing, list: Draft): Promise<Holders> => {
  const found = await inChunks(wishesFor(context, list), AT_ONCE, async (wish) => {
    const holder = await claimKey(context.ports, wish, true);
    const state = holder === undefined ? undefined : await wish.stateOf(holder);
    return state === undefined || state.status === 'NONE' ? [] : [[wish.item, state] as const];
  });
  return new Map(found.flat());
};

interface Wish extends Reserving {
  /** Key of the item. */
  readonly item: string;
  readonly stateOf: (decisionId: string) => Promise<decision.DecisionState>;
}

/** One try to take the items; a decision that has several of them is read once. */
const wishesFor = ({ ports, commandId, actor }: Freezing, { decisionId, items }: Draft): readonly Wish[] => {
  const read = new Map<string, Promise<decision.DecisionState>>();
  const stateOf = (id: string) => {
    const state = read.get(id) ?? ports.engine.load(`decision-${id}`, decision.decider).then((loaded) => loaded.state);
    read.set(id, state);
    return state;
  };
  const attempt = ports.newId();
  return items.map(({ kind, id }) => {
    const key = JSON.stringify(['frozen-item', kind, id]);
    const isAlive = async (other: string): Promise<boolean> => {
      const { status } = await stateOf(other);
      if (status === 'NONE' || status === 'DRAFT') return isInTheMaking(ports, key);
      return decision.holdsItems(status);
    };
    const item = decision.itemKey({ kind, id });
    return { key, holder: decisionId, commandId, attempt, actor, isAlive, item, stateOf };
  });
};
