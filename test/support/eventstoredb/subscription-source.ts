import { PAGE, type Filter } from './filter.ts';
import type { Log } from './log.ts';
import { at, later, type Position } from './position.ts';
import type { LogRecord } from './record.ts';
import { block, uint } from './wire.ts';

/** What a subscription delivers. */
export interface Source {
  /** The next message, when the first `length` records of the log may be seen. */
  next(length: number): Buffer | undefined;
}

/** All records of the log, or of a stream, one after the other. */
export class SequenceSource implements Source {
  private readonly log: Log;
  private readonly records: () => readonly LogRecord[];
  private index: number;

  constructor(log: Log, records: () => readonly LogRecord[], first: number) {
    this.log = log;
    this.records = records;
    this.index = first;
  }

  next(length: number): Buffer | undefined {
    const record = this.records()[this.index];
    const end = this.log.records[length]?.position ?? Infinity;
    if (record === undefined || record.position >= end) return undefined;
    this.index += 1;
    return record.wire;
  }
}

/**
 * `Enumerator.AllSubscriptionFiltered` of the server. While it catches up it reads page by page, and a checkpoint is the
 * later one of the last event that was delivered and **the beginning of the page**: that is the byte behind the last
 * record of the page before, with 0 as its prepare position. Once live, a checkpoint is the position of a record.
 */
export class FilteredSource implements Source {
  private readonly log: Log;
  private readonly filter: Filter;
  private index: number;
  private readonly queue: Buffer[] = [];
  private live = false;
  private considered = 0;
  private matched = 0;
  private sinceCheckpoint = 0;
  private page: Position;
  private checkpoint: Position;
  private told: Position | undefined;

  constructor(log: Log, filter: Filter, first: number, after: Position) {
    this.log = log;
    this.filter = filter;
    this.index = first;
    this.page = after;
    this.checkpoint = after;
  }

  next(length: number): Buffer | undefined {
    for (;;) {
      const queued = this.queue.shift();
      if (queued !== undefined) return queued;
      if (this.live ? this.index >= length : !this.turnPage(length)) return undefined;
      const record = this.log.records[this.index];
      if (record !== undefined && this.index < length) this.look(record);
    }
  }

  /** Returns false when there is nothing to see and nothing to say. */
  private turnPage(length: number): boolean {
    const full = this.matched === PAGE || this.considered >= this.filter.window;
    if (!full && this.index < length) return true;
    this.sinceCheckpoint += this.considered;
    if (!full || this.sinceCheckpoint >= this.filter.checkpointInterval) {
      this.sinceCheckpoint %= this.filter.checkpointInterval;
      this.checkpoint = later(this.checkpoint, this.page);
      this.tell();
    }
    this.page = this.index === 0 ? this.page : { commit: this.log.records[this.index - 1]!.end, prepare: 0 };
    this.considered = 0;
    this.matched = 0;
    this.live = !full;
    // The live subscription of the server counts for itself.
    if (this.live) this.sinceCheckpoint = 0;
    return !this.live || this.queue.length > 0;
  }

  private look(record: LogRecord): void {
    this.index += 1;
    this.considered += 1;
    const wanted = this.filter.matches(record);
    if (wanted) {
      this.matched += 1;
      this.checkpoint = at(record.position);
      this.queue.push(record.wire);
    }
    if (!this.live) return;
    this.sinceCheckpoint += 1;
    if (this.sinceCheckpoint < this.filter.checkpointInterval) return;
    this.sinceCheckpoint = 0;
    this.checkpoint = at(record.position);
    this.tell();
  }

  /** The same checkpoint is told once. */
  private tell(): void {
    const { commit, prepare } = this.checkpoint;
    if (commit < 0 || (this.told !== undefined && later(this.told, this.checkpoint) === this.told)) return;
    this.told = this.checkpoint;
    this.queue.push(block(3, uint(1, commit), uint(2, prepare)));
  }
}
