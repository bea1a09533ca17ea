import { hash, verify } from '@node-rs/argon2';

/** Argon2id (RFC 9106). Memory in KiB. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** OWASP's first choice for argon2id with 19 MiB. */
const DEFAULT_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2 };

const ARGON2ID = 2;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for an account that does not exist (`stored` undefined) as for one that does. */
  verify(password: string, stored: string | undefined): Promise<boolean>;
}

export const createPasswords = (cost: PasswordCost = DEFAULT_COST): Passwords => {
  const options = { ...cost, parallelism: 1, algorithm: ARGON2ID };
  const nobody = hash('nobody signs in with this', options);
  return {
    hash: (password) => hash(password.normalize('NFC'), options),
    async verify(password, stored) {
      const same = await verify(stored ?? (await nobody), password.normalize('NFC'));
      return same && stored !== undefined;
    },
  };
};
