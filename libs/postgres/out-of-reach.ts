const NETWORK: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** The database went away, is starting up or has no connection left: classes 08, 53 and 57P of SQLSTATE. */
export const isOutOfReach = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = sqlStateOf(error);
  if (code !== undefined) return NETWORK.has(code) || /^(08|53|57P)/u.test(code);
  return /connection (terminated|ended)|timeout exceeded when trying to connect|not queryable/iu.test(error.message);
};

/** The code an error of the database or of the network bears. */
export const sqlStateOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
