interface Act {
  /** The command's path. */
  readonly command: string;
  /** Of a decision that is to be drafted: for which act. */
  readonly act?: string;
}

/**
 * Where an act that a thing waits for is done. A decision that is to be drafted has no address yet: it begins with what it
 * is for. A council that meets on a commendation reads its page.
 */
export const placeOfAct = (kind: string, id: string, { command, act }: Act): string => {
  if (act !== undefined) return `/decisions/new?${new URLSearchParams({ act, kind, item: id }).toString()}`;
  if (kind === 'commendation' && command === 'attend-council') return `/commendations/${id}`;
  return `/${kind}s/${id}/do/${command}`;
};
