const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page of a list by time and id begins. */
export const cursorOf = (at: Date, id: string): string => `${at.toISOString()}_${id}`;

/** Undefined for a text that is no cursor: the list then begins at the front. */
export const parseCursor = (text: string | undefined): { readonly at: string; readonly id: string } | undefined => {
  const [, at, id] = FORM.exec(text ?? '') ?? [];
  return at === undefined || id === undefined || Number.isNaN(Date.parse(at)) ? undefined : { at, id };
};
