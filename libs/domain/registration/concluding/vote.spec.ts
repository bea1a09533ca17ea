import { countsAgree, voteOutcome, type VoteRules } from './vote.ts';

const rules: VoteRules = {
  method: 'SECRET',
  denominator: 'ALL_MEMBERS',
  minPercent: 80,
  quorumPercent: 60,
  writtenBallots: false,
};

const counts = (yes: number, no: number, abstain: number, members: number, present = yes + no + abstain) => ({
  yes,
  no,
  abstain,
  members,
  present,
});

describe('the outcome of a vote', () => {
  it('passes at exactly the threshold of all members', () => {
    expect(voteOutcome(counts(4, 1, 0, 5), rules)).toEqual({ denominator: 5, quorumMet: true, passed: true });
    expect(voteOutcome(counts(4, 0, 0, 6), rules)).toEqual({ denominator: 6, quorumMet: true, passed: false });
  });

  it('counts those present where the regulation says so', () => {
    expect(voteOutcome(counts(4, 0, 0, 6), { ...rules, denominator: 'PRESENT' })).toEqual({
      denominator: 4,
      quorumMet: true,
      passed: true,
    });
  });

  it('two thirds of three is not 67 percent: no rounding helps', () => {
    expect(voteOutcome(counts(2, 1, 0, 3), { ...rules, minPercent: 67 }).passed).toBe(false);
    expect(voteOutcome(counts(2, 1, 0, 3), { ...rules, minPercent: 66 }).passed).toBe(true);
  });

  it('without the quorum nothing passes', () => {
    const few = voteOutcome(counts(2, 0, 0, 5), { ...rules, denominator: 'PRESENT' });
    expect(few).toEqual({ denominator: 2, quorumMet: false, passed: false });
    expect(voteOutcome(counts(3, 0, 0, 5), { ...rules, denominator: 'PRESENT' }).passed).toBe(true);
  });

  it('a vote in which nobody said yes does not pass, even where nothing is required', () => {
    const lax = { ...rules, denominator: 'PRESENT', minPercent: 0, quorumPercent: 0 } as const;
    expect(voteOutcome(counts(0, 0, 0, 5), lax).passed).toBe(false);
  });
});

describe('the counts of a vote', () => {
  const written = { ...rules, writtenBallots: true };

  it('everybody present votes, and nobody else', () => {
    expect(countsAgree(counts(3, 1, 1, 5), rules)).toBe(true);
    expect(countsAgree(counts(3, 1, 0, 5, 5), rules)).toBe(false);
    expect(countsAgree(counts(3, 1, 1, 5, 4), rules)).toBe(false);
  });

  it('written ballots come on top of those present', () => {
    expect(countsAgree(counts(3, 1, 1, 5, 3), written)).toBe(true);
    expect(countsAgree(counts(1, 1, 0, 5, 3), written)).toBe(false);
  });

  it('no more ballots than members, and only whole counts', () => {
    expect(countsAgree(counts(6, 0, 0, 5), rules)).toBe(false);
    expect(countsAgree(counts(6, 0, 0, 5, 0), written)).toBe(false);
    expect(countsAgree(counts(1.5, 0.5, 0, 5), rules)).toBe(false);
    expect(countsAgree(counts(3, -1, 0, 5), rules)).toBe(false);
    expect(countsAgree(counts(0, 0, 0, 0), rules)).toBe(false);
  });
});
