import {
  ConcludeAppraisalBody,
  DecisionDraftBody,
  OpenAppraisalBody,
  ReviewBody,
} from '../api/generated/shapes.gen.ts';
import { isChosen } from './chosen.ts';

it('yes or no, the words of the api and things by their ids are chosen; texts and days are typed', () => {
  const { act, unitId, title } = DecisionDraftBody.properties;
  const { team, dueOn } = OpenAppraisalBody.properties;
  expect([act, unitId, team, ReviewBody.properties.favourable].map(isChosen)).toEqual([true, true, true, true]);
  expect([title, dueOn, ConcludeAppraisalBody.properties.fieldVisitOn].map(isChosen)).toEqual([false, false, false]);
});
