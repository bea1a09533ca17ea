import type { RegulationContent, RegulationWarning } from './events.ts';

/** The steps of a registration that need a person, in order. */
export const STEPS = ['DRAFT', 'SUBMIT', 'ACCEPT', 'SCORE', 'VOTE', 'SIGN'] as const;
export type Step = (typeof STEPS)[number];

/** How many people may do a step for a unit. */
export interface StepCoverage {
  readonly unitId: string;
  readonly step: Step;
  readonly persons: number;
}

/** How many people the step needs under this regulation; 0 when the regulation does without the step. */
const personsNeeded = (content: RegulationContent, step: Step): number => {
  if (step === 'VOTE') return content.vote === undefined ? 0 : 1;
  return step === 'SCORE' ? content.appraisal.minMembers : 1;
};

/** Steps that nobody, or not enough people, could do: listed with the published regulation, never hidden. */
export const staffingWarnings = (
  content: RegulationContent,
  eligible: readonly StepCoverage[],
): readonly RegulationWarning[] =>
  eligible
    .filter(({ step, persons }) => persons < personsNeeded(content, step))
    .map(({ unitId, step }) => ({ code: 'no-eligible-person', unitId, step }));
