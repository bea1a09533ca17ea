import { personsOf } from '../../kernel/index.ts';
import { union, type Moves } from '../moves.ts';
import type { Appraisal, TeamMember } from '../state.ts';

/** The team, its declarations and scores, and the result. */
export const appraising = {
  AppraisalOpened: (at, { data: { team, dueOn, criteriaSet } }) => {
    const earlier = at.status === 'UNDER_APPRAISAL' ? at.appraisal : undefined;
    const persons = team.map(({ personId }) => personId);
    return {
      core: {
        ...at.core,
        appraisers: union(at.core.appraisers, persons),
        impartial: at.core.impartial.filter((personId) => !persons.includes(personId)),
      },
      regulationId: at.regulationId,
      appraisal: {
        criteriaSet,
        dueOn,
        team: team.map((member) => ({ ...member, declared: false })),
        conflicted: earlier?.conflicted ?? [],
        removed: earlier?.removed ?? [],
        reopened: earlier?.reopened ?? false,
      },
    };
  },
  InterestDeclared: (at, { data: { personId, conflict } }) => ({
    ...at,
    core: { ...at.core, impartial: declared(at.core.impartial, personId, conflict) },
    appraisal: conflict
      ? { ...without(at.appraisal, personId), conflicted: union(at.appraisal.conflicted, [personId]) }
      : withMember(at.appraisal, personId, { declared: true }),
  }),
  AppraiserRemoved: (at, { data: { personId } }) => ({
    ...at,
    core: { ...at.core, impartial: declared(at.core.impartial, personId, true) },
    appraisal: { ...without(at.appraisal, personId), removed: union(at.appraisal.removed, [personId]) },
  }),
  ModelScored: (at, { data: { personId, scores } }) => ({
    ...at,
    appraisal: withMember(at.appraisal, personId, { scores }),
  }),
  ModelAppraised: ({ core, ...at }, { data: { result }, meta }) => ({
    ...at,
    core: { ...core, appraisers: union(core.appraisers, personsOf(meta.actor)) },
    result,
    appraisedOn: meta.effectiveOn,
  }),
} satisfies Partial<Moves>;

const declared = (impartial: readonly string[], personId: string, leaves: boolean): readonly string[] =>
  leaves ? impartial.filter((each) => each !== personId) : union(impartial, [personId]);

const without = (appraisal: Appraisal, personId: string): Appraisal => ({
  ...appraisal,
  team: appraisal.team.filter((member) => member.personId !== personId),
});

const withMember = (appraisal: Appraisal, personId: string, change: Partial<TeamMember>): Appraisal => ({
  ...appraisal,
  team: appraisal.team.map((member) => (member.personId === personId ? { ...member, ...change } : member)),
});
