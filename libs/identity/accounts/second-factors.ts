import type { Instant } from '#domain';
import type { Pool } from 'pg';
import { Secret, TOTP } from 'otpauth';
import type { RandomBytes } from '../secrets.ts';

/** What a person enters into the app that makes the codes. */
export interface NewSecondFactor {
  readonly secondFactorId: string;
  /** Base 32, for typing. */
  readonly secret: string;
  /** `otpauth://totp/…`, for a QR code. */
  readonly uri: string;
}

interface MadeFor {
  /** UUID by which the log will name it. */
  readonly secondFactorId: string;
  readonly personId: string;
  readonly username: string;
  readonly at: Instant;
}

interface Shown {
  readonly secondFactorId: string;
  readonly personId: string;
  readonly code: string;
  readonly at: Instant;
}

/**
 * Time-based one-time codes (RFC 6238) of an app on a person's own device. What makes them is kept here, as it has to be
 * to check them; which one counts stands in the log.
 */
export interface SecondFactors {
  /** Makes one, shown this once. It is asked for nowhere before the log names it. */
  makeSecondFactor(of: MadeFor): Promise<NewSecondFactor>;
  /** Whether it is the person's, and the code one of this half minute or those beside it. Each code is good once. */
  proveSecondFactor(shown: Shown): Promise<boolean>;
}

const SECRET_BYTES = 20;
/** Half minutes by which a device's clock may be off. */
const WINDOW = 1;

const MAKE = 'INSERT INTO identity.second_factors (id, person_id, secret, made_at) VALUES ($1, $2, $3, $4)';

/** A code that was used is not used again, nor one before it. */
const USE = 'UPDATE identity.second_factors SET last_step = $2 WHERE id = $1 AND last_step < $2';

export const createSecondFactors = (pool: Pool, random: RandomBytes): SecondFactors => ({
  async makeSecondFactor({ secondFactorId, personId, username, at }) {
    const secret = new Secret({ buffer: Uint8Array.from(random(SECRET_BYTES)).buffer });
    await pool.query(MAKE, [secondFactorId, personId, secret.base32, at]);
    return { secondFactorId, secret: secret.base32, uri: totpOf(secret, username).toString() };
  },
  async proveSecondFactor({ secondFactorId, personId, code, at }) {
    const { rows } = await pool.query<{ secret: string }>(
      'SELECT secret FROM identity.second_factors WHERE id = $1 AND person_id = $2',
      [secondFactorId, personId],
    );
    const [row] = rows;
    if (row === undefined) return false;
    const totp = totpOf(Secret.fromBase32(row.secret));
    const timestamp = Date.parse(at);
    const delta = totp.validate({ token: code.replaceAll(/\s/gu, ''), timestamp, window: WINDOW });
    if (delta === null) return false;
    const { rowCount } = await pool.query(USE, [secondFactorId, totp.counter({ timestamp }) + delta]);
    return rowCount === 1;
  },
});

const totpOf = (secret: Secret, label = ''): TOTP => new TOTP({ issuer: 'Khéo', label, secret });
