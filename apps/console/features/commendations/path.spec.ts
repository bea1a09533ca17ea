import { stepsOf } from './path.ts';

const said = (status: Parameters<typeof stepsOf>[0]): readonly string[] =>
  stepsOf(status).map((step) => `${step.status} ${step.place}`);

it('a commendation under way has passed what lies before, and the rest is to come', () => {
  expect(said('COUNCIL_REVIEWED')).toEqual([
    'PROPOSED done',
    'VERIFIED done',
    'COUNCIL_REVIEWED now',
    'SUBMITTED next',
    'AWARDED next',
  ]);
});

it('what was refused, withdrawn or cancelled goes nowhere', () => {
  expect(said('NOT_AWARDED').at(-1)).toBe('NOT_AWARDED now');
  expect(said('WITHDRAWN')).toEqual(['PROPOSED done', 'WITHDRAWN now']);
  expect(said('CANCELLED').slice(-2)).toEqual(['AWARDED done', 'CANCELLED now']);
});

it('what was returned comes again to the next step', () => {
  expect(said('RETURNED').slice(0, 3)).toEqual(['PROPOSED done', 'RETURNED now', 'VERIFIED next']);
});
