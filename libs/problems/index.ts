export { conflict, forbidden, rule, type ProblemEntry } from './entry.ts';
export { fill, type Language, type Sentence } from './language.ts';
export { faultText } from './fault-text.ts';
export { REFUSALS } from './problem-table.ts';
export { refusalText } from './refusal-text.ts';
