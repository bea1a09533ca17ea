const NETWORK: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** The database went away, is starting up or has no connection left: classes 08, 53 and 57P of SQLSTATE. */
export const isOutOfReach = (error: unknown): boolean => {
  const code = errorCodeOf(error);
  if (code !== undefined) return NETWORK.has(code) || /^(08|53|57P)/u.test(code);
  const message = error instanceof Error ? error.message : '';
  return /connection (terminated|ended)|timeout exceeded when trying to connect|not queryable/iu.test(message);
};

/** The code that an error of the database (SQLSTATE) or of the network bears. */
export const errorCodeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
