import type { SampleCommands } from '../sample/sample-commands.ts';
import type { Cast } from './cast.ts';
import type { Stage } from './life.ts';
import type { Mailbox } from './mailbox.ts';

/** What the year is played with. */
export interface YearContext {
  readonly cast: Cast;
  readonly commands: SampleCommands;
  readonly stage: Stage;
  readonly mailbox: Mailbox;
  /** Obliges and reminds as of the demo's clock; answers when all is delivered and shown. */
  readonly remind: () => Promise<void>;
  /** Waits until the read models have seen everything. */
  readonly caughtUp: () => Promise<void>;
}
