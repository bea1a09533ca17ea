import { localDateOf, type Instant, type LocalDate } from '../kernel/index.ts';

const BY_ORDER = 'ORDER-';

/** The rung that stands for a reminder ordered at an instant: there is one a day. */
export const rungOfOrder = (orderedAt: Instant): string => `${BY_ORDER}${localDateOf(orderedAt)}`;

/** The day on which a rung was ordered; undefined for one of the ladder. */
export const orderedOn = (rung: string): LocalDate | undefined =>
  rung.startsWith(BY_ORDER) ? rung.slice(BY_ORDER.length) : undefined;
