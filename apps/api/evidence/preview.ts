export const PDF = 'application/pdf';

/** What a browser shows by itself, known by its first bytes: what a sender says of a file proves nothing. */
const SHOWN: readonly (readonly [mediaType: string, begins: (bytes: Buffer) => boolean])[] = [
  [PDF, (bytes) => startsWith(bytes, '25504446')],
  ['image/png', (bytes) => startsWith(bytes, '89504e470d0a1a0a')],
  ['image/jpeg', (bytes) => startsWith(bytes, 'ffd8ff')],
  ['image/webp', (bytes) => startsWith(bytes, '52494646') && bytes.subarray(8, 12).toString('latin1') === 'WEBP'],
];

const startsWith = (bytes: Buffer, hex: string): boolean => bytes.subarray(0, hex.length / 2).toString('hex') === hex;

/** As what a file may be shown; undefined for what is only kept. */
export const shownAs = (bytes: Buffer): string | undefined => SHOWN.find(([, begins]) => begins(bytes))?.[0];

/** Every type that is shown. */
export const PREVIEWED: readonly string[] = SHOWN.map(([mediaType]) => mediaType);
