/** What has the same key, together, in the order in which each key comes first. */
export const grouped = <Of>(all: readonly Of[], keyOf: (each: Of) => string): readonly (readonly [Of, ...Of[]])[] => {
  const groups = new Map<string, [Of, ...Of[]]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return [...groups.values()];
};
