import { hash } from 'node:crypto';

/** 256 random bits, for a session id or an api key: 43 characters of URL-safe text. */
export type RandomBytes = (size: number) => Uint8Array;

export const newSecret = (random: RandomBytes): string => Buffer.from(random(32)).toString('base64url');

/** A secret of 256 random bits needs no slow hash: it cannot be guessed. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');
