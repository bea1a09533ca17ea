import { shareOf, votePreview, type VoteRules } from './vote.ts';

const RULES: VoteRules = {
  method: 'SECRET',
  denominator: 'ALL_MEMBERS',
  minPercent: 60,
  quorumPercent: 75,
  writtenBallots: false,
};
const COUNTS = { yes: 6, no: 1, abstain: 0, members: 9, present: 7 };

describe('a vote computed before one’s eyes', () => {
  it('compares ballots with the quorum and the yes with the threshold, in whole numbers', () => {
    expect(votePreview(COUNTS, RULES)).toEqual({
      ballots: 7,
      disagree: null,
      quorum: { part: 7, percent: 75, whole: 9, reached: true },
      vote: { part: 6, percent: 60, whole: 9, reached: true },
      passed: true,
    });
  });

  it('passes exactly at the threshold and not one below', () => {
    const rules = { ...RULES, minPercent: 70, quorumPercent: 0 };
    expect(votePreview({ ...COUNTS, yes: 7, no: 3, members: 10, present: 10 }, rules).passed).toBe(true);
    expect(votePreview({ ...COUNTS, yes: 6, no: 4, members: 10, present: 10 }, rules).passed).toBe(false);
  });

  it('counts those who took part where the regulation says so', () => {
    const { vote } = votePreview({ ...COUNTS, yes: 4, no: 3 }, { ...RULES, denominator: 'PRESENT' });
    expect(vote).toMatchObject({ part: 4, whole: 7, reached: false });
  });

  it('does not pass without a quorum, nor without a single yes', () => {
    expect(votePreview({ ...COUNTS, yes: 6, no: 0, present: 6 }, RULES)).toMatchObject({
      quorum: { reached: false },
      vote: { reached: true },
      passed: false,
    });
    expect(votePreview({ ...COUNTS, yes: 0, no: 7 }, { ...RULES, minPercent: 0 }).passed).toBe(false);
  });

  it.each([
    ['NO_MEMBERS', { ...COUNTS, members: 0 }, RULES],
    ['MORE_BALLOTS_THAN_MEMBERS', { ...COUNTS, yes: 9 }, RULES],
    ['BALLOTS_ARE_NOT_THE_PRESENT', { ...COUNTS, present: 8 }, RULES],
    ['PRESENT_UNHEARD', { ...COUNTS, present: 8 }, { ...RULES, writtenBallots: true }],
    [null, { ...COUNTS, present: 5 }, { ...RULES, writtenBallots: true }],
  ])('says %s', (disagree, counts, rules) => {
    expect(votePreview(counts, rules).disagree).toBe(disagree);
  });
});

it.each([
  [4, 5, 8000, true],
  [4, 6, 6666, false],
  [2999, 4000, 7497, false],
  [74_999, 100_000, 7499, false],
  [1, 3, 3333, false],
  [5, 5, 10_000, true],
  [99_999, 100_000, 9999, false],
  [0, 0, 0, true],
])('%i of %i is %i hundredths of a percent, cut off: %p', (part, whole, hundredths, exact) => {
  expect(shareOf(part, whole)).toEqual({ hundredths, exact });
});

it('a share that is shown reaches a threshold exactly where the vote does', () => {
  const members = Array.from({ length: 60 }, (_, before) => before + 1);
  for (const whole of members)
    for (let part = 0; part <= whole; part += 1)
      for (const percent of [50, 66, 67, 75, 99, 100])
        expect(shareOf(part, whole).hundredths >= percent * 100).toBe(part * 100 >= percent * whole);
});
