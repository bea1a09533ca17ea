import type { Page } from '@playwright/test';
import { faults } from './accessible.ts';
import { expect, settled } from './index.ts';

/** Of this worker: a form is the same however often it is filled. */
const lookedAt = new Set<string>();

/** A form that is open has no fault; each is looked at once, where a test comes by it. */
export const formLookedAt = async (page: Page): Promise<void> => {
  await page.waitForURL(/\/do\//u);
  const { subject = '', command = '' } =
    /\/(?<subject>[a-z]+)\/[^/]+\/do\/(?<command>[^/?#]+)/u.exec(page.url())?.groups ?? {};
  const form = `${subject}/${command}`;
  if (lookedAt.has(form)) return;
  lookedAt.add(form);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await settled(page);
  await expect(page.locator('main form button[type=submit]'), form).toBeEnabled();
  expect.soft(await faults(page), form).toEqual([]);
};
