/** What the codes of a regulation are called that an answer uses as keys or in lists. */
export type NamesOfCodes = Readonly<Record<string, string>>;

export const namesOf = (coded: readonly { readonly code: string; readonly name: string }[] = []): NamesOfCodes =>
  Object.fromEntries(coded.map(({ code, name }) => [code, name]));
