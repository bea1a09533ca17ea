import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const PARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/u;
const NO_TRACE = '0'.repeat(32);

/** The trace id of a W3C `traceparent`, or a new one. Source: W3C Trace Context, 3.2. */
export const traceIdOf = (request: Pick<IncomingMessage, 'headers'>): string => {
  const header = request.headers['traceparent'];
  const id = typeof header === 'string' ? PARENT.exec(header)?.[1] : undefined;
  return id === undefined || id === NO_TRACE ? randomHex() : id;
};

/** What is handed on: the same trace, a new span. */
export const traceparentOf = (traceId: string): string => `00-${traceId}-${randomHex().slice(16)}-01`;

/** 32 digits, never all zero in either half. */
const randomHex = (): string => randomUUID().replaceAll('-', '');
