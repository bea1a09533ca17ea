import { REFUSALS, refusalText, type Sentence } from '#problems';
import type { Choice } from '#use-cases';

/** Whether something may be chosen; if not, the reason a command that names it would be refused with. */
export interface Eligibility {
  readonly eligible: boolean;
  readonly reason: string | null;
  readonly sentence: Sentence | null;
}

/** A choice as it is told. */
export const toldChoice = <Of extends object>({
  refused,
  ...of
}: Choice<Of>): Omit<Choice<Of>, 'refused'> & Eligibility =>
  Object.assign(of, {
    eligible: refused === undefined,
    reason: refused?.reason ?? null,
    sentence: refused === undefined ? null : refusalText(REFUSALS[refused.reason], refused.params),
  });
