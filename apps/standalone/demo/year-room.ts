import type { SampleDesk } from '../sample/sample-desk.ts';
import type { Cast } from './cast.ts';
import type { Stage } from './life.ts';
import type { Mailbox } from './mailbox.ts';

/** What the year is played with. */
export interface YearRoom {
  readonly cast: Cast;
  readonly desk: SampleDesk;
  readonly stage: Stage;
  readonly mailbox: Mailbox;
  /** Obliges and reminds as of the demo's clock; answers when all is delivered and shown. */
  readonly remind: () => Promise<void>;
  /** Waits until the read models have seen everything. */
  readonly caughtUp: () => Promise<void>;
}
