/** What the name of a stream begins with: `registration-1b4e…` → `registration`. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** What the stream is of: `registration-1b4e…` → `1b4e…`. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
