import { Inject, Injectable } from '@nestjs/common';
import { Doorkeeper } from './doorkeeper.ts';
import type { KnownRequest } from './principal.ts';

/** Milliseconds between two looks: whoever may read no longer is cut off within two seconds. */
const LOOK_MS = 1500;

interface Watcher {
  readonly request: KnownRequest;
  readonly onOver: () => void;
}

/**
 * Tells what stays open for long, a stream or a waiting page, when who opened it would not be let in any more: the key
 * was revoked, the person signed out, the account was disabled, the appointment ended.
 */
@Injectable()
export class AccessWatch {
  @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper;
  private readonly watchers = new Set<Watcher>();
  private timer: NodeJS.Timeout | undefined;

  /** Calls back when it is over, once or more. Answers how to stop watching. */
  watch(request: KnownRequest, onOver: () => void): () => void {
    const watcher = { request, onOver };
    this.watchers.add(watcher);
    this.timer ??= setInterval(() => void this.look(), LOOK_MS).unref();
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }

  /** Whether who opened it would be let in now. */
  async stillAdmits(request: KnownRequest): Promise<boolean> {
    return request.access === undefined || this.doorkeeper.stillAdmits(request.access, request);
  }

  /** One question for all that one person or program has open. One that fails is asked again the next time. */
  private async look(): Promise<void> {
    const bySecret = Map.groupBy(this.watchers, ({ request }) => JSON.stringify(this.doorkeeper.secretOf(request)));
    await Promise.allSettled(
      [...bySecret.values()].map(async (watchers) => {
        const [{ request } = { request: undefined }] = watchers;
        if (request === undefined || (await this.stillAdmits(request))) return;
        for (const { onOver } of watchers) onOver();
      }),
    );
  }
}
