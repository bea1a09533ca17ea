import { capital } from '../texts/capital.ts';
import { useTexts } from '../texts/i18n.ts';
import type { Texts } from '../texts/vi/index.ts';

/** Whose statuses: `registrationStatusNames`; or how a report stands. */
type Of = keyof Texts & (`${string}StatusNames` | 'standingNames');

interface Props {
  readonly of: Of;
  readonly status: string;
}

/** A status as a word, with a mark that tells the kind without colour; not a button, and not like one. */
export const Status = ({ of: kind, status }: Props) => {
  const { t } = useTexts();
  const words = t(kind, { returnObjects: true }) as Readonly<Record<string, string>>;
  return <span className={`status status-${toneOf(status)}`}>{capital(words[status] ?? status)}</span>;
};

const GOOD = new Set(['RECOGNIZED', 'APPROVED', 'CONSOLIDATED', 'AWARDED', 'ISSUED', 'COMPLETED', 'APPLIED', 'CLOSED']);
const BAD = new Set([
  'DECLINED',
  'NOT_RECOGNIZED',
  'REVOKED',
  'NOT_AWARDED',
  'CANCELLED',
  'OVERDUE',
  'MISSING',
  'REJECTED',
]);
const WAITS = new Set(['RETURNED', 'SUPPLEMENT_REQUIRED', 'REVISION_REQUESTED', 'DUE_SOON', 'LATE']);

const toneOf = (status: string): 'good' | 'bad' | 'waits' | 'plain' => {
  if (GOOD.has(status)) return 'good';
  if (BAD.has(status)) return 'bad';
  return WAITS.has(status) ? 'waits' : 'plain';
};
