interface Act {
  /** The command's path. */
  readonly command: string;
  /** Of a decision that is to be drafted: for which act. */
  readonly act?: string;
}

/** Where an act that a thing waits for is done. A decision that is to be drafted has no address yet: it begins with what it is for. */
export const placeOfAct = (kind: string, id: string, { command, act }: Act): string =>
  act === undefined
    ? `/${kind}s/${id}/do/${command}`
    : `/decisions/new?${new URLSearchParams({ act, kind, item: id }).toString()}`;
