export { startPostgres, type TestDatabase, type TestPostgres } from './postgres.ts';
export {
  appraisedModels,
  bookOf,
  frozenDecision,
  furnishDecisionRoom,
  sign,
  type DecisionRoom,
  type Signing,
  type SigningAnswer,
} from './decision-room.ts';
