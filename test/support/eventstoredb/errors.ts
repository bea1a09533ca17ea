import { Metadata, status, type ServiceError } from '@grpc/grpc-js';

/** `RpcExceptions` of the server: status, and what it says in the trailers under `exception`. */
export const unavailable = (why: string): ServiceError => failure(status.UNAVAILABLE, why);
export const cancelled = (why: string): ServiceError => failure(status.CANCELLED, why);
export const invalid = (why: string): ServiceError => failure(status.INVALID_ARGUMENT, why);
export const unauthenticated = (): ServiceError => failure(status.UNAUTHENTICATED, 'Unauthenticated');
export const timedOut = (): ServiceError => failure(status.ABORTED, 'Operation timed out: commit timeout');
export const invalidPosition = (): ServiceError => invalid('Trying to read from an invalid position.');

export const accessDenied = (): ServiceError =>
  failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const notLeader = (host: string, port: number): ServiceError =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const maxAppendSizeExceeded = (bytes: number): ServiceError =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(bytes),
  });

export const missingProperty = (name: string): ServiceError =>
  failure(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

function failure(code: status, details: string, trailers: Record<string, string> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}
