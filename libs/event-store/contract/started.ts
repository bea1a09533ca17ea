import type { StoreUnderTest } from './event-store-contract.ts';

/** Starts one store for all tests of the surrounding `describe`. */
export function started(start: () => Promise<StoreUnderTest>): () => StoreUnderTest {
  let underTest: StoreUnderTest | undefined;
  beforeAll(async () => {
    underTest = await start();
  });
  afterAll(() => underTest?.stop());
  return () => {
    if (!underTest) throw new Error('the store is not started yet');
    return underTest;
  };
}
