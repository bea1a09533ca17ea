import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from './record.ts';

/** Which records of `$all` are wanted, and how far the server looks for them in one page. */
export interface Filter {
  matches(record: LogRecord): boolean;
  readonly window: number;
  /** A checkpoint is told after this many records. */
  readonly checkpointInterval: number;
}

/** The server's `ReadBatchSize`: how far it looks when the client does not say. */
export const PAGE = 32;

export function filterOf(options: ReadReq.Options): Filter | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const subject = (record: LogRecord): string => (filter.hasStreamIdentifier() ? record.stream : record.type);
  const window = filter.hasMax() ? filter.getMax() : PAGE;
  const regex = expression?.getRegex() ?? '';
  const prefixes = expression?.getPrefixList() ?? [];
  const wanted = regex === '' ? (text: string) => prefixes.some((prefix) => text.startsWith(prefix)) : matcher(regex);
  return {
    matches: (record) => wanted(subject(record)),
    window,
    checkpointInterval: window * filter.getCheckpointintervalmultiplier(),
  };
}

function matcher(regex: string): (text: string) => boolean {
  const pattern = new RegExp(regex, 'u');
  return (text) => pattern.test(text);
}
