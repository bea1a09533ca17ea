import type { Actor } from './roles.ts';

/** The persons behind an act: who acted, and whose authority was used. Four eyes are counted by person. */
export const personsOf = ({ personId, onBehalfOf }: Pick<Actor, 'personId' | 'onBehalfOf'>): readonly string[] =>
  onBehalfOf === undefined ? [personId] : [personId, onBehalfOf];
