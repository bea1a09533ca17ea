import { recorded } from '../kernel/testing/spec.ts';
import type { Actor } from '../kernel/index.ts';
import type { RegulationEvent } from './events.ts';
import { exampleRegulation } from './example/regulation.ts';
import { authorsAfter, awaitedIn } from './owed.ts';

const content = exampleRegulation(2026);
const drafted: RegulationEvent = {
  type: 'RegulationDrafted',
  data: { regulationId: 'r1', unitId: 'province', content },
};
const revised: RegulationEvent = { type: 'RegulationRevised', data: { regulationId: 'r1', content } };
const by = (personId: string): Actor => ({ personId, role: 'STANDING_BODY_OFFICER', unitId: 'province' });

it('a drafted regulation waits for a signer who did not write it; one in force waits for nobody', () => {
  const authors = [
    recorded(drafted, { actor: by('lan') }),
    recorded(revised, { actor: { ...by('minh'), onBehalfOf: 'hoa' } }),
  ].reduce(authorsAfter, []);
  const besides = ['lan', 'minh', 'hoa'];
  expect(awaitedIn('DRAFT', authors)).toEqual([{ command: 'PublishRegulation', role: 'DECISION_SIGNER', besides }]);
  expect(awaitedIn('PUBLISHED', authors)).toEqual([]);
});
