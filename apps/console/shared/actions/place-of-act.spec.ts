import { COMMAND_PATHS } from '../texts/generated/command-paths.gen.ts';
import vi from '../texts/vi/index.ts';
import { placeOfAct } from './place-of-act.ts';

/** What is done elsewhere has no page. */
const { appointment: _, regulation: _regulation, ...waits } = vi.myWork.waits;

/** Every command has a form. */
const FORMS = new Set<string>(Object.values(COMMAND_PATHS));

const acts = Object.entries(waits).flatMap(([kind, commands]) =>
  Object.keys(commands).map((command) => ({ kind, command })),
);

it.each(acts)('$command of a $kind is done where there is a page', ({ kind, command }) => {
  const act = command === 'draft-decision' ? { command, act: 'RECOGNIZE' } : { command };
  const place = placeOfAct(kind, '1', act);
  const form = /^\/\w+s\/1\/do\/(.+)$/u.exec(place)?.[1];
  if (form !== undefined && FORMS.has(form)) return;
  expect([
    '/registrations/1/do/attend-council',
    '/commendations/1',
    `/decisions/new?act=RECOGNIZE&kind=${kind}&item=1`,
  ]).toContain(place);
});
