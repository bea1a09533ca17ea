import { hash } from 'node:crypto';

/** 256 random bits, for a session id or an api key: 43 characters of URL-safe text. */
export type RandomBytes = (size: number) => Uint8Array;

export const newSecret = (random: RandomBytes): string => Buffer.from(random(32)).toString('base64url');

/** Crockford's base 32: no letter is taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits to be typed from paper: `K7QM-2D9X-4HTR-W0BC`. */
export const newCode = (random: RandomBytes): string =>
  [...random(16)]
    .map((byte, index) => (index > 0 && index % 4 === 0 ? '-' : '') + (ALPHABET[byte % 32] ?? ''))
    .join('');

/** A code as it was made, however it was typed. */
export const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
    .replace(/[^0-9A-Z]/gu, '');

/** A secret of 80 random bits and more needs no slow hash: it cannot be guessed. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');
