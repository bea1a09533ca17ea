import type { DirectoryState } from '#identity';
import type { Change } from '#read-models';
import type { Ports } from '../commands/ports.ts';
import type { Update } from '../reading/service-answers.ts';
import { sightOfChanges, type SightOfChanges } from './sight-of-changes.ts';

/** One open page. */
export interface Onlooker {
  readonly personId: string;
  tell(update: Update): void;
  /** They hold other rights than when they came: what they have seen is to be asked for anew. */
  end(): void;
}

/** Those whose pages are open, each with what they are told of. */
export interface Onlookers {
  add(onlooker: Onlooker): Promise<void>;
  /** Answers how many are left. */
  remove(onlooker: Onlooker): number;
  /** Tells each of what they see among the changes, by the rights they hold now. */
  tell(changes: readonly Change[], position: number): Promise<void>;
  /** Sees who holds other rights by now: an appointment may have run out though nothing happened. */
  look(): Promise<void>;
}

export const createOnlookers = ({ directory, clock }: Pick<Ports, 'directory' | 'clock'>): Onlookers => {
  const sights = new Map<Onlooker, SightOfChanges>();
  let known: DirectoryState | undefined;

  const look = async (): Promise<void> => {
    known = await directory.current();
    for (const [onlooker, { rights }] of sights) {
      const sight = sightOfChanges(known, onlooker.personId, clock.now());
      if (sight.rights === rights) sights.set(onlooker, sight);
      else onlooker.end();
    }
  };
  return {
    look,
    async add(onlooker) {
      sights.set(onlooker, sightOfChanges(await directory.current(), onlooker.personId, clock.now()));
    },
    remove(onlooker) {
      sights.delete(onlooker);
      return sights.size;
    },
    async tell(changes, position) {
      if ((await directory.current()) !== known) await look();
      for (const [onlooker, sight] of sights) {
        const changed = sight.of(changes);
        if (changed.length > 0) onlooker.tell({ position, changed });
      }
    },
  };
};
