import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const LENGTH = { min: 12, max: 200 } as const;

/** Of the library's 0 to 4: safe against guessing without the hash. */
const SAFE = 3;

/** What people here would try first. */
const NEAR_AT_HAND = ['kheo', 'dan van kheo', 'danvankheo', 'mat khau', 'matkhau', 'viet nam', 'vietnam'];

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Long enough, and none that is guessed soon: no common one, no row of keys, not the user name with a year behind it. */
export const isStrongEnough = (password: string, username: string): boolean => {
  const length = [...password].length;
  if (length < LENGTH.min || length > LENGTH.max) return false;
  const { score } = estimator.check(password, [username, username.replaceAll(/\W+/gu, ''), ...NEAR_AT_HAND]);
  return score >= SAFE;
};
