import { decision, isAllowed, localDateOf } from '#domain';
import { companyOver } from '#identity';
import type { Ports } from '../ports.ts';
import type { Choice } from '../registration/choices.ts';

type Existing = Exclude<decision.DecisionState, { readonly status: 'NONE' }>;

/** Who may sign for the issuing body, by appointment: each as the signing of this decision today would judge them. */
export const signerChoices = async (
  { directory, decisionFacts, clock }: Pick<Ports, 'directory' | 'decisionFacts' | 'clock'>,
  state: Existing,
): Promise<readonly Choice<{ readonly personId: string; readonly unitId: string }>[]> => {
  const at = clock.now();
  const { everybody } = companyOver(await directory.current(), { personId: '', unitId: state.unitId, at });
  const maySign: readonly string[] = decision.rights.IssueDecision;
  const signers = everybody.filter(({ role }) => maySign.includes(role));
  if (state.status !== 'FROZEN') {
    const fits = isAllowed(decision.transitions, 'IssueDecision', state.status);
    const refused = fits ? undefined : decision.wrongStatus(state, { type: 'IssueDecision' });
    return signers.map(({ personId, unitId }) => ({ personId, unitId, refused }));
  }
  const facts = await decisionFacts.forSigning(state, localDateOf(at));
  return signers.map((actor) => ({
    ...{ personId: actor.personId, unitId: actor.unitId },
    refused: decision.signerRefusal(facts, state, actor) ?? decision.notToIssue(facts),
  }));
};
