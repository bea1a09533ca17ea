import {
  decisionsQueriesCandidatesQueryKey,
  registrationChoicesPlacesQueryKey,
} from './generated/@tanstack/react-query.gen.ts';
import { wholeKey } from './queries.ts';

describe('the key of a list that is read to its end', () => {
  it('follows what a page of it follows, and is another than that of the page', () => {
    const key = registrationChoicesPlacesQueryKey();
    expect(wholeKey(key)).toEqual([key[0], 'whole']);
    expect(key[0].tags).toEqual(['registrations']);
  });

  it('follows what else it is made of, and what it was asked for tells it from others', () => {
    const of = (unit: string) => decisionsQueriesCandidatesQueryKey({ query: { act: 'RECOGNIZE', unit } });
    const [key] = wholeKey(of('u1'), 'registrations', 'commendations');
    expect(key.tags).toEqual(['decisions', 'registrations', 'commendations']);
    expect(wholeKey(of('u1'))).not.toEqual(wholeKey(of('u2')));
  });
});
