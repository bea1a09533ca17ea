import { afterFailure } from './retry-policy.ts';

const policy = { firstWaitMs: 60_000, random: () => 1 };
const after = (kind: 'transient' | 'not-admitted' | 'address' | 'refused', attempts: number) =>
  afterFailure({ id: 'm', attempts }, { kind, cause: '535' }, policy);

describe('a mail that was not handed over', () => {
  it('waits twice as long after each try, an hour at most', () => {
    const waits = [1, 2, 3, 7, 11].map((attempts) => after('transient', attempts).retryMs);
    expect(waits).toEqual([60_000, 120_000, 240_000, 3_600_000, 3_600_000]);
  });

  it('is given up after twelve tries, with the cause that kept it', () => {
    expect(after('transient', 12)).toMatchObject({ status: 'parked', cause: 'mail-unreachable', retryMs: null });
    expect(after('not-admitted', 12)).toMatchObject({ status: 'parked', cause: 'mail-refused', retryMs: null });
  });

  it('is kept while our password is wrong: nobody further up is bothered before it is put right', () =>
    expect(after('not-admitted', 1)).toMatchObject({ status: 'queued', cause: null, lastError: '535' }));

  it('is given up at once when its address or the mail itself is refused', () => {
    expect(after('address', 1)).toMatchObject({ status: 'parked', cause: 'address-refused' });
    expect(after('refused', 1)).toMatchObject({ status: 'parked', cause: 'mail-refused' });
  });
});
