import type { FastifyReply } from 'fastify';
import { beginEventStream } from '../http/answer/event-stream.ts';
import type { Update } from '../reading/service-answers.ts';
import type { Onlooker } from './onlookers.ts';

const HEARTBEAT_MS = 15_000;
/** Milliseconds after which a browser comes again when the line breaks. */
const AGAIN_MS = 3000;
/** Bytes that may lie untaken: whoever leaves more is asleep, and asks anew when they wake. */
const UNTAKEN_BYTES = 64 * 1024;

/** The stream of one open page. It may be told of updates, or be over, before its answer begins. */
export interface OpenPage extends Pick<Onlooker, 'tell' | 'end'> {
  begin(first: Update): void;
  /** Runs once it is over, or at once when it is. */
  whenOver(job: () => void): void;
}

export const openPage = (reply: FastifyReply): OpenPage => {
  const { raw } = reply;
  const over = new AbortController();
  const early: Update[] = [];
  let begun = false;

  const write = (text: string): void => {
    raw.write(text);
    if (raw.writableLength > UNTAKEN_BYTES) raw.destroy();
  };
  const page: OpenPage = {
    tell: (update) => {
      if (begun) write(frameOf(update));
      else early.push(update);
    },
    end: () => {
      over.abort();
      if (begun) raw.end();
    },
    begin: (first) => {
      beginEventStream(reply);
      begun = true;
      write(`retry: ${AGAIN_MS}\n${frameOf(first)}`);
      for (const update of early) if (update.position > first.position) write(frameOf(update));
      const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
      page.whenOver(() => clearInterval(heartbeat));
      if (over.signal.aborted) raw.end();
    },
    whenOver: (job) => {
      if (over.signal.aborted) job();
      else over.signal.addEventListener('abort', job, { once: true });
    },
  };
  raw.on('close', page.end);
  return page;
};

const frameOf = ({ position, changed }: Update): string =>
  `id: ${position}\ndata: ${JSON.stringify({ position, changed })}\n\n`;
