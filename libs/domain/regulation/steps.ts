import { WARNING_EXAMPLES, type RegulationContent, type RegulationWarning } from './events.ts';

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

/** A step for which a unit has nobody, or not enough people. */
export interface StepLack extends StepCoverage {
  readonly needed: number;
}

/** The steps that not enough people could do, in the order of what is told of them. */
export const lacksIn = (content: RegulationContent, eligible: readonly StepCoverage[]): readonly StepLack[] =>
  eligible
    .map((coverage) => ({ ...coverage, needed: personsNeeded(content, coverage.step) }))
    .filter(({ persons, needed }) => persons < needed);

/** One warning for each step that lacks people somewhere: told with the published regulation, never hidden. */
export const staffingWarnings = (
  content: RegulationContent,
  eligible: readonly StepCoverage[],
): readonly RegulationWarning[] => {
  const lacks = lacksIn(content, eligible);
  return STEPS.flatMap((step) => {
    const unitIds = lacks.filter((lack) => lack.step === step).map(({ unitId }) => unitId);
    const examples = unitIds.slice(0, WARNING_EXAMPLES);
    return unitIds.length === 0 ? [] : [{ code: 'no-eligible-person', step, units: unitIds.length, examples }];
  });
};
