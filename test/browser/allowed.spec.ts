import type { Page } from '@playwright/test';
import { expect, signIn, test } from './support/index.ts';

const ROLES = ['unit-officer', 'unit-head', 'standing-body', 'inspector', 'auditor'] as const;
const STATUSES = ['DRAFT', 'SUBMITTED', 'REGISTERED', 'IN_PROGRESS', 'APPRAISED', 'RECOGNIZED'] as const;

interface Told {
  readonly allowed: boolean;
  readonly sentence?: { readonly vi: string };
}

const json = async <T>(page: Page, url: string): Promise<T> => (await (await page.request.get(url)).json()) as T;

/** The path of a form is the command's: `SubmitRegistration` stands at `…/do/submit`. */
const shown = async (page: Page): Promise<number> => page.locator('.actions-open a').count();

for (const role of ROLES) {
  test(`what ${role} may do with a registration is what the api allows, and the rest says why`, async ({ page }) => {
    await signIn(page, role);
    let seen = 0;
    for (const status of STATUSES) {
      const { items } = await json<{ items: readonly { id: string }[] }>(
        page,
        `/api/registrations?status=${status}&limit=1`,
      );
      const [one] = items;
      if (one === undefined) continue;
      seen += 1;
      const told = Object.values(await json<Record<string, Told>>(page, `/api/registrations/${one.id}/actions`));
      await page.goto(`/registrations/${one.id}`);
      await expect(page.getByRole('region', { name: 'Việc có thể làm' })).toBeVisible();
      const allowed = told.filter(({ allowed: may }) => may).length;
      expect(await shown(page), `${role} ${status}`).toBe(allowed);
      const closed = page.locator('.actions-closed li');
      await page.locator('.actions summary').click();
      await expect(closed.first()).toBeVisible();
      for (const text of await closed.allInnerTexts()) expect(text.split('\n').length, text).toBeGreaterThan(1);
    }
    expect(seen).toBeGreaterThan(3);
  });
}
