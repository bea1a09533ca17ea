import { REFUSALS, refusalText, type Sentence } from '#problems';
import { named, type Choice } from '#use-cases';

/** Whether something may be chosen; if not, the reason a command that names it would be refused with. */
export interface Eligibility {
  readonly eligible: boolean;
  readonly reason: string | null;
  readonly sentence: Sentence | null;
}

type Told<Of> = Omit<Choice<Of>, 'refused'> & Eligibility;

/** Choices as they are told to a person, with the names they may know. */
export const toldChoices = async <Of extends object>(
  ports: Parameters<typeof named>[0],
  personId: string,
  choices: readonly Choice<Of>[],
): Promise<readonly Told<Of>[]> => {
  const told: Told<Of>[] = [];
  for (const { refused, ...of } of choices) {
    const refusal = refused && (await named(ports, { kind: 'person', personId }, refused));
    told.push(
      Object.assign(of, {
        eligible: refusal === undefined,
        reason: refusal?.reason ?? null,
        sentence: refusal === undefined ? null : refusalText(REFUSALS[refusal.reason], refusal.params),
      }),
    );
  }
  return told;
};

export const byPersonAndUnit = ({ personId, unitId }: { readonly personId: string; readonly unitId: string }): string =>
  `${personId} ${unitId}`;

export const byCycleAndUnit = ({ cycleId, unitId }: { readonly cycleId: string; readonly unitId: string }): string =>
  `${cycleId} ${unitId}`;
