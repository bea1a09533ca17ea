export { decide, decider } from './decide.ts';
export { rights } from './rights.ts';
export { transitions } from './state.ts';
