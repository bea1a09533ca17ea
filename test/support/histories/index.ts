export {
  appraisedModels,
  bookOf,
  frozenDecision,
  createDecisionFixture,
  sign,
  type DecisionFixture,
  type Signing,
} from './decision-fixture.ts';
export {
  appendAll,
  commune,
  CYCLE,
  ENDINGS,
  furniture,
  id,
  interleave,
  lifeOf,
  PROVINCE,
  Recorder,
  sampleLife,
  type Ending,
  type Happening,
  type Life,
} from './movement-history.ts';
export { remindersOf, REPORT_ENDINGS, reportLifeOf, type ReportEnding, type ReportLife } from './report-history.ts';
export { createIncidentActs } from './incident-acts.ts';
