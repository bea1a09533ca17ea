import { expect, signIn, test } from './support/index.ts';

/** Milliseconds within which an office machine can be worked with. */
const USABLE_MS = 3_000;
const SLOWER = 4;
/** Others use this machine, too: so often it is tried until nothing is in the way. */
const TIMES = 8;

test('signing in and the first page can be used within three seconds on a machine four times as slow', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  /** Milliseconds from nothing to a page that can be used, in a browser that has nothing of it yet. */
  const measure = async (rate: number): Promise<{ readonly door: number; readonly home: number }> => {
    const context = await browser.newContext(info.project.use);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    const begun = Date.now();
    await page.goto('/');
    await page.getByLabel('Tên đăng nhập').fill('standing-body');
    const door = Date.now() - begun;
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await signIn(page, 'standing-body');
    await devtools.send('Network.clearBrowserCache');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    const again = Date.now();
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Tiếp nhận đăng ký' }).first().click({ trial: true });
    const home = Date.now() - again;
    await context.close();
    return { door, home };
  };
  const best = async (rate: number): Promise<{ readonly door: number; readonly home: number }> => {
    let found = await measure(rate);
    for (let time = 1; time < TIMES && Math.max(found.door, found.home) >= USABLE_MS; time += 1) {
      const { door, home } = await measure(rate);
      found = { door: Math.min(found.door, door), home: Math.min(found.home, home) };
    }
    return found;
  };
  const [slow, full] = [await best(SLOWER), await best(1)];
  const told = (page: 'door' | 'home'): string =>
    `${slow[page]} ms, ${(slow[page] / full[page]).toFixed(1)} × ${full[page]} ms`;
  info.annotations.push({ type: 'load', description: `sign-in ${told('door')}; home ${told('home')}` });
  process.stdout.write(`sign-in ${told('door')}; home ${told('home')}\n`);
  expect(slow.door).toBeLessThan(USABLE_MS);
  expect(slow.home).toBeLessThan(USABLE_MS);
});
