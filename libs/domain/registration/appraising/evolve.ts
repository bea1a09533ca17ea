import { personsOf } from '../../kernel/index.ts';
import { during, union, type Entry } from '../during.ts';
import type { Appraisal, RegistrationState, TeamMember } from '../state.ts';

type AppraisalEntry = Entry<
  'AppraisalOpened' | 'InterestDeclared' | 'ModelScored' | 'ModelAppraised' | 'VoteHeld' | 'AppraisalReopened'
>;

/** The team, its declarations and scores, the result and the vote. */
export const evolveAppraising = (state: RegistrationState, event: AppraisalEntry): RegistrationState => {
  switch (event.type) {
    case 'AppraisalOpened':
      return during('OpenAppraisal', state, (at) => opened(at, event));
    case 'InterestDeclared':
      return during('DeclareInterest', state, (at) => ({ ...at, appraisal: declared(at.appraisal, event) }));
    case 'ModelScored':
      return during('ScoreModel', state, (at) => ({ ...at, appraisal: scored(at.appraisal, event) }));
    case 'ModelAppraised':
      return during('ConcludeAppraisal', state, ({ core, regulationId, appraisal }) => ({
        status: 'APPRAISED',
        core: { ...core, appraisers: union(core.appraisers, personsOf(event.meta.actor)) },
        regulationId,
        appraisal,
        result: event.data.result,
      }));
    case 'VoteHeld':
      return during('RecordVote', state, (at) => ({
        ...at,
        vote: { quorumMet: event.data.quorumMet, passed: event.data.passed },
      }));
    case 'AppraisalReopened':
      return during('ReopenAppraisal', state, ({ core, regulationId, appraisal }) => ({
        status: 'UNDER_APPRAISAL',
        core,
        regulationId,
        appraisal: { ...appraisal, reopened: true, team: appraisal.team.map(withoutScores) },
      }));
  }
};

const opened = (
  state: Extract<RegistrationState, { status: 'RECOGNITION_REQUESTED' | 'UNDER_APPRAISAL' }>,
  { data }: Entry<'AppraisalOpened'>,
): RegistrationState => {
  const { core, regulationId } = state;
  const earlier = state.status === 'UNDER_APPRAISAL' ? state.appraisal : undefined;
  const persons = data.team.map(({ personId }) => personId);
  return {
    status: 'UNDER_APPRAISAL',
    core: { ...core, appraisers: union(core.appraisers, persons) },
    regulationId,
    appraisal: {
      criteriaSet: data.criteriaSet,
      dueOn: data.dueOn,
      team: data.team.map((member) => ({ ...member, declared: false })),
      conflicted: earlier?.conflicted ?? [],
      reopened: earlier?.reopened ?? false,
    },
  };
};

const declared = (appraisal: Appraisal, { data }: Entry<'InterestDeclared'>): Appraisal =>
  data.conflict
    ? {
        ...appraisal,
        team: appraisal.team.filter(({ personId }) => personId !== data.personId),
        conflicted: union(appraisal.conflicted, [data.personId]),
      }
    : { ...appraisal, team: changeMember(appraisal.team, data.personId, { declared: true }) };

const scored = (appraisal: Appraisal, { data }: Entry<'ModelScored'>): Appraisal => ({
  ...appraisal,
  team: changeMember(appraisal.team, data.personId, { scores: data.scores }),
});

const changeMember = (
  team: readonly TeamMember[],
  personId: string,
  change: Partial<TeamMember>,
): readonly TeamMember[] => team.map((member) => (member.personId === personId ? { ...member, ...change } : member));

const withoutScores = ({ personId, unitId, declared: done }: TeamMember): TeamMember => ({
  personId,
  unitId,
  declared: done,
});
