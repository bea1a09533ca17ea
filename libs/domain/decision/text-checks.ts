/** A SHA-256 as lower-case hex. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
