import { accept, notBefore, notDueDate, notPastDay, personsOf, reject, type Actor } from '../../kernel/index.ts';
import { codeAndName } from '../../regulation/code-and-name.ts';
import type { CriteriaSet, RegulationContent } from '../../regulation/events.ts';
import { cycleRefusal } from '../by-cycle.ts';
import { computeResult } from './result.ts';
import { minutesWrong, namedMinutes, notPinned, ownRegistration, prose, type Refusal, type Result } from '../checks.ts';
import type { ConcludeAppraisal, DeclareInterest, OpenAppraisal, RemoveAppraiser, ScoreModel } from '../commands.ts';
import type { CriterionScore } from '../events.ts';
import type { Circumstances } from '../facts.ts';
import type { Appraisal, StateFor } from '../state.ts';
import { leftBefore, mayStay, teamMayBeReplaced, teamRefused } from './team.ts';

export const openAppraisal = (command: OpenAppraisal, state: StateFor<'OpenAppraisal'>): Result => {
  const { data, facts, meta } = command;
  const { appraisal: rules, criteriaSets } = facts.regulation.content;
  return (
    notPinned(state, facts.regulation) ??
    teamStands(state, facts.regulation.content) ??
    notDueDate(data.dueOn, meta, '/dueOn') ??
    (data.dueOn > facts.deadline
      ? reject('after-appraisal-deadline', { pointer: '/dueOn', params: { deadline: facts.deadline } })
      : undefined) ??
    teamRefused(command, state.core, leftBefore(state), rules) ??
    accept({
      type: 'AppraisalOpened',
      data: {
        registrationId: state.core.registrationId,
        team: data.team.flatMap((id) =>
          facts.members
            .filter(({ personId }) => personId === id)
            .slice(0, 1)
            .map(({ personId, unitId }) => ({ personId, unitId })),
        ),
        dueOn: data.dueOn,
        criteriaSet: criteriaSets[state.core.form.subjectType],
      },
    })
  );
};

/** Why nobody can name a team: the one there is stands, or the cycle's time for appraisals is over. */
export const notToOpen = (state: StateFor<'OpenAppraisal'>, circumstances: Omit<Circumstances, 'cycleOpen'>): Refusal =>
  teamStands(state, circumstances.regulation.content) ?? cycleRefusal('OpenAppraisal', circumstances);

const teamStands = (state: StateFor<'OpenAppraisal'>, { appraisal }: RegulationContent): Refusal =>
  state.status === 'UNDER_APPRAISAL' && !teamMayBeReplaced(state.appraisal, appraisal)
    ? reject('team-still-complete')
    : undefined;

/** An appraiser speaks for themselves, as a member of the team who has no conflict. */
export const memberRefusal = ({ team, conflicted, removed }: Appraisal, actor: Actor): Refusal => {
  if (actor.onBehalfOf !== undefined) return reject('not-in-person');
  if (removed.includes(actor.personId)) return reject('member-from-registering-unit');
  if (conflicted.includes(actor.personId)) return reject('conflict-declared');
  return team.some(({ personId }) => personId === actor.personId) ? undefined : reject('not-on-team');
};

/** A conflict may also be found after none was declared; it takes the member's scores along. */
export const declareInterest = (command: DeclareInterest, state: StateFor<'DeclareInterest'>): Result => {
  const { data, facts, meta } = command;
  const { core, appraisal } = state;
  const { personId } = meta.actor;
  const again = !data.conflict && isDeclared(appraisal, personId);
  const membersLeft = appraisal.team.length - (data.conflict ? 1 : 0);
  const detail = prose(data.detail ?? '');
  return (
    notPinned(state, facts.regulation) ??
    memberRefusal(appraisal, meta.actor) ??
    (again ? reject('interest-already-declared') : undefined) ??
    accept({
      type: 'InterestDeclared',
      data: {
        registrationId: core.registrationId,
        personId,
        conflict: data.conflict,
        ...(detail === '' ? {} : { detail }),
        membersLeft,
        tooFewLeft: membersLeft < facts.regulation.content.appraisal.minMembers,
      },
    })
  );
};

/** Like one with a conflict, with their scores, and for good. Asked for twice, it adds nothing. */
export const removeAppraiser = (
  { data: { personId }, facts }: RemoveAppraiser,
  state: StateFor<'RemoveAppraiser'>,
): Result => {
  const { core, appraisal } = state;
  const { appraisal: rules } = facts.regulation.content;
  const isMember = appraisal.team.some((member) => member.personId === personId);
  const membersLeft = appraisal.team.length - 1;
  if (!isMember || mayStay(rules, facts.fromRegisteringUnit)) return accept();
  return (
    notPinned(state, facts.regulation) ??
    accept({
      type: 'AppraiserRemoved',
      data: {
        registrationId: core.registrationId,
        ...{ personId, membersLeft },
        tooFewLeft: membersLeft < rules.minMembers,
      },
    })
  );
};

/** Whether a member of the team declared to have no conflict: only then may they see the dossier and score. */
const isDeclared = ({ team }: Appraisal, personId: string): boolean =>
  team.some((member) => member.personId === personId && member.declared);

export const score = ({ data, meta }: ScoreModel, { core, appraisal }: StateFor<'ScoreModel'>): Result =>
  scorerRefusal(appraisal, meta.actor) ??
  scoresWrong(data.scores, appraisal.criteriaSet) ??
  accept({
    type: 'ModelScored',
    data: {
      registrationId: core.registrationId,
      personId: meta.actor.personId,
      scores: data.scores.map(({ criterion, points }) => ({ criterion, points })),
    },
  });

export const scorerRefusal = (appraisal: Appraisal, actor: Actor): Refusal =>
  memberRefusal(appraisal, actor) ??
  (isDeclared(appraisal, actor.personId) ? undefined : reject('interest-not-declared'));

const scoresWrong = (scores: readonly CriterionScore[], { method, criteria }: CriteriaSet): Refusal => {
  const seen = scores.map(({ criterion }) => criterion);
  for (const [index, { criterion, points }] of scores.entries()) {
    const known = criteria.find(({ code }) => code === criterion);
    const pointer = `/scores/${String(index)}`;
    if (known === undefined) {
      const params = { criterion, criteria: criteria.map(codeAndName) };
      return reject('criterion-unknown', { pointer: `${pointer}/criterion`, params });
    }
    if (seen.indexOf(criterion) !== index) {
      return reject('criterion-twice', {
        pointer: `${pointer}/criterion`,
        params: { criterion: codeAndName(known) },
      });
    }
    const maxPoints = method === 'PASS_FAIL' ? 1 : known.maxPoints;
    if (!Number.isInteger(points) || points < 0 || points > maxPoints) {
      return reject('score-out-of-range', {
        pointer: `${pointer}/points`,
        params: { criterion: codeAndName(known), maxPoints },
      });
    }
  }
  const missing = criteria.filter(({ code }) => !seen.includes(code));
  return missing.length === 0
    ? undefined
    : reject('score-missing', { pointer: '/scores', params: { criteria: missing.map(codeAndName) } });
};

/**
 * Two members left out of three still need the regulation's minimum: otherwise a new team must be named. Four eyes:
 * whoever concludes does not sign the decision. To open an appraisal, or to record a vote, judges nothing and bars nobody.
 */
export const concludeAppraisal = (command: ConcludeAppraisal, state: StateFor<'ConcludeAppraisal'>): Result => {
  const { data, facts } = command;
  const { aggregate } = facts.regulation.content.appraisal;
  const { core, appraisal } = state;
  const scores = appraisal.team.map(({ personId, scores: own = [] }) => ({ personId, scores: own }));
  return (
    notPinned(state, facts.regulation) ??
    concluderRefusal(state, command.meta.actor) ??
    notToConclude(state, facts.regulation.content) ??
    papersMissing(command) ??
    (data.fieldVisitOn === undefined
      ? undefined
      : notBefore(data.fieldVisitOn, core.draftedOn, '/fieldVisitOn', 'DRAFTED')) ??
    accept({
      type: 'ModelAppraised',
      data: {
        registrationId: core.registrationId,
        result: computeResult(appraisal.criteriaSet, aggregate, scores),
        scores,
        aggregate,
        voteFollows: facts.regulation.content.vote !== undefined,
        ...(data.fieldVisitOn === undefined ? {} : { fieldVisitOn: data.fieldVisitOn }),
        ...namedMinutes(data.minutesId, facts.evidence),
      },
    })
  );
};

/** To conclude is to appraise: no author of the registration does it, and nobody who had to leave the team. */
export const concluderRefusal = ({ core, appraisal }: StateFor<'ConcludeAppraisal'>, actor: Actor): Refusal =>
  ownRegistration(core, actor) ??
  (personsOf(actor).some((person) => appraisal.conflicted.includes(person))
    ? reject('conflict-declared')
    : undefined) ??
  (personsOf(actor).some((person) => appraisal.removed.includes(person))
    ? reject('member-from-registering-unit')
    : undefined);

/** Why nobody can conclude yet. */
export const notToConclude = (
  { appraisal: { team } }: StateFor<'ConcludeAppraisal'>,
  { appraisal: { minMembers } }: RegulationContent,
): Refusal => {
  const outstanding = team.filter(({ scores }) => scores === undefined).map(({ personId }) => personId);
  return (
    (team.length < minMembers
      ? reject('team-too-small', { params: { minMembers, members: team.length } })
      : undefined) ??
    (outstanding.length > 0
      ? reject('scores-outstanding', { params: { outstanding: outstanding.length, people: outstanding } })
      : undefined)
  );
};

/** Where the regulation asks for a field visit, its day and its minutes are asked for. */
const papersMissing = ({ data, facts, meta }: ConcludeAppraisal): Refusal => {
  const { fieldVisit } = facts.regulation.content.appraisal;
  if (fieldVisit && data.fieldVisitOn === undefined) {
    return reject('field-visit-required', { pointer: '/fieldVisitOn' });
  }
  if (fieldVisit && data.minutesId === undefined) return reject('minutes-required', { pointer: '/minutesId' });
  return (
    (data.fieldVisitOn === undefined ? undefined : notPastDay(data.fieldVisitOn, meta, '/fieldVisitOn')) ??
    minutesWrong(data.minutesId, facts.evidence)
  );
};
