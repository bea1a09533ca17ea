import { randomBytes } from 'node:crypto';
import { decision } from '#domain';
import { adjustableClock, systemClock, type AdjustableClock, type Clock } from '#engine';
import { remindAndSettle } from '../wiring/remind-and-settle.ts';
import type { System } from '../wiring/system.ts';
import { loadSample } from './load-sample.ts';
import { isOpen, openAccounts, sampleAccounts, type AccountsOf } from './open-accounts.ts';
import { createSampleCommands } from './sample-commands.ts';
import { readNotes, writeNotes } from './sample-notes.ts';

/** A clock that shows the sample's time while the sample is played, and the machine's afterwards. */
export interface SampleClock extends Clock {
  readonly playing: AdjustableClock;
  /** From now on the machine's time. */
  goLive(): void;
}

export const createSampleClock = (): SampleClock => {
  const playing = adjustableClock(systemClock.now());
  let clock: Clock = playing;
  return {
    playing,
    now: () => clock.now(),
    goLive: () => {
      clock = systemClock;
    },
  };
};

/** What to tell whoever started the sample. */
export interface SampleReport {
  readonly password: string;
  readonly usernames: readonly string[];
}

/** There is data that is not the sample's: it is left alone. */
export class NotTheSample extends Error {}

/**
 * Loads the sample into an empty log, goes on with an interrupted loading, leaves a loaded one as it is. Throws
 * {@link NotTheSample} on any other log.
 */
export const ensureSample = async (
  system: System,
  clock: SampleClock,
  config: { readonly dataDir: string; readonly demoPassword?: string | undefined },
): Promise<SampleReport> => {
  const { ports } = system;
  const commands = createSampleCommands(ports, clock.playing, ports.files);
  const notes = await readNotes(config.dataDir);
  if (notes === undefined && (await system.store.head()) > 0) throw new NotTheSample();
  const { startedAt, password } =
    notes ??
    (await writeNotes(config.dataDir, {
      startedAt: systemClock.now(),
      password: config.demoPassword ?? randomBytes(12).toString('base64url'),
    }));
  const open = (who: AccountsOf) => openAccounts(ports, commands, { who, password });
  // The administrator's account comes last: who has it has the whole sample.
  const isLoaded = await isOpen(ports, commands.idOf('person', 'admin'));
  if (!isLoaded) {
    await loadSample(commands, startedAt, {
      whenApplied: (id) => whenApplied(system, id),
      remind: () => remindAndSettle(system),
      openAccounts: () => open('others'),
    });
  }
  clock.goLive();
  await open('admin');
  return { password, usernames: sampleAccounts.map(({ username }) => username) };
};

const POLL_MS = 20;

const whenApplied = async (system: System, decisionId: string): Promise<void> => {
  for (;;) {
    const { state } = await system.engine.load(`decision-${decisionId}`, decision.decider);
    if (state.status === 'COMPLETED') return;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
};
