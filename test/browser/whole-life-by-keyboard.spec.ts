import { keyboard } from './support/hands.ts';
import { test } from './support/index.ts';
import { wholeLife } from './support/whole-life.ts';

test('the whole life of a model by keyboard alone, the focus always seen', async ({ browser }) => {
  test.setTimeout(300_000);
  await wholeLife({
    browser,
    hands: keyboard,
    commune: 'Phường Đông Hải',
    unit: 'Hội Nông dân phường Đông Hải',
    model: `Bến sông sạch rác ${Date.now()}`,
    viewport: { width: 1366, height: 768 },
  });
});
