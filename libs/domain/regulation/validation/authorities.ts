import type { UnitKind } from '../../organization/unit/events.ts';
import { competentBodies } from '../authority.ts';
import { distinct, unless, type Problems } from './checks.ts';
import { ACTS, type Authority, type RegulationContent } from '../events.ts';

/**
 * Problems of the table of authorities: every act has a competent body for every kind of unit that registers or that
 * the table itself names, and a body that commends says with which forms.
 */
export const validateAuthorities = (content: RegulationContent, unitKinds: readonly UnitKind[]): Problems => {
  const { authorities } = content;
  const needed = new Set([...unitKinds, ...authorities.map(({ unitKind }) => unitKind)]);
  return [
    ...unless(authorities.length > 0, '/authorities', 'authorities-missing'),
    ...distinct(
      authorities.map(({ act, unitKind, signedBy }) => `${act} ${unitKind} ${signedBy}`),
      (index) => `/authorities/${index}`,
      'authority-duplicate',
    ),
    ...authorities.flatMap((authority, index) => forms(authority, `/authorities/${index}/forms`)),
    ...[...needed].flatMap((unitKind) =>
      ACTS.flatMap((act) =>
        unless(competentBodies(content, act, unitKind).length > 0, '/authorities', 'no-competent-body', {
          act,
          unitKind,
        }),
      ),
    ),
  ];
};

const forms = ({ act, forms: given }: Authority, pointer: string): Problems =>
  act === 'COMMEND'
    ? unless(given !== undefined && given.length > 0, pointer, 'forms-missing')
    : unless(given === undefined, pointer, 'forms-not-allowed');
