import { test as base } from './index.ts';
import { createSample, type Sample } from './start-sample.ts';

/** A sample of its own for tests that would disturb the others: that fill it, or take it away. */
export const test = base.extend<object, { readonly own: Sample }>({
  own: [
    async ({ browserName: _ }, use) => {
      const sample = await createSample();
      await use(sample);
      await sample.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ own }, use) => {
    await use(own.url);
  },
});
