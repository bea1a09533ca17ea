import { votePreview, type VoteRules } from './vote.ts';

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
      quorum: { part: 7, percent: 75, whole: 9, left: 700, right: 675, reached: true },
      vote: { part: 6, percent: 60, whole: 9, left: 600, right: 540, reached: true },
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
    expect(vote).toMatchObject({ whole: 7, left: 400, right: 420, reached: false });
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
