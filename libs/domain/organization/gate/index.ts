export { decider } from './decide.ts';
