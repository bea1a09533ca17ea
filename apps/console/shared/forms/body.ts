/**
 * What is sent of what was typed: a field left empty is not sent, in parts and rows neither. A text loses the spaces at
 * its ends.
 */
export const bodyOf = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, sent(value)] as const)
      .filter(([, value]) => value !== undefined),
  );

const sent = (value: unknown): unknown => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) return value.map(sent).filter((each) => each !== undefined);
  if (typeof value !== 'object') return value;
  const part = bodyOf(value as Record<string, unknown>);
  return Object.keys(part).length === 0 ? undefined : part;
};
