import type { Page } from '@playwright/test';
import { expect, settled, signIn, test } from './support/index.ts';

const ROLES = ['unit-officer', 'unit-head', 'standing-body', 'signer', 'inspector', 'auditor'] as const;
const SUBJECTS = ['registrations', 'decisions', 'commendations', 'reports'] as const;
/** Of the registrations those in which most can be done; of the others every status that somebody sees. */
const STATUSES = ['DRAFT', 'SUBMITTED', 'REGISTERED', 'IN_PROGRESS', 'APPRAISED', 'RECOGNIZED'] as const;

/** What makes another thing is no act of the one that is there. */
const NEW = 'DraftRegistration';

interface Told {
  readonly allowed: boolean;
  readonly sentence?: { readonly vi: string };
}
interface Thing {
  readonly id: string;
  readonly status: string;
}

const json = async <T>(page: Page, url: string): Promise<T> => (await (await page.request.get(url)).json()) as T;

/** The things of a list, as the one who is signed in sees them. */
const listed = async (page: Page, query: string): Promise<readonly Thing[]> =>
  (await json<{ readonly items: readonly Thing[] }>(page, `/api/${query}`)).items;

/** One thing in each status. */
const oneOfEach = async (page: Page, subject: (typeof SUBJECTS)[number]): Promise<readonly Thing[]> => {
  const things =
    subject === 'registrations'
      ? await Promise.all(STATUSES.map((status) => listed(page, `registrations?status=${status}&limit=1`)))
      : [await listed(page, `${subject}?limit=200`)];
  return [...new Map(things.flat().map((thing) => [thing.status, thing])).values()];
};

/** A form of each subject that an auditor has no right to send. */
const CLOSED = [
  ['registrations', 'AcceptRegistration', 'accept'],
  ['decisions', 'FreezeDecision', 'freeze'],
  ['commendations', 'VerifyCommendation', 'verify'],
  ['reports', 'SubmitReport', 'submit'],
] as const;

for (const role of ROLES) {
  test(`what ${role} may do is what the api allows, and the rest says why`, async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, role);
    for (const subject of SUBJECTS) {
      const things = await oneOfEach(page, subject);
      expect(things.length, subject).toBeGreaterThan(0);
      for (const [place, { id, status }] of things.entries()) {
        const where = `${role} ${subject} ${status}`;
        // Other tests may act on the thing between the two answers: both are asked again.
        await expect(() => sameAsTold(page, `/${subject}/${id}`, where, place === 0)).toPass({ timeout: 30_000 });
      }
    }
  });
}

/** The page of a thing offers what the api allows, and says of the rest why not; by keyboard one gets to each. */
const sameAsTold = async (page: Page, at: string, where: string, byKeyboard: boolean): Promise<void> => {
  const actions = await json<Record<string, Told>>(page, `/api${at}/actions`);
  const told = Object.entries(actions).filter(([command]) => command !== NEW);
  await page.goto(at);
  await settled(page);
  const region = page.getByRole('region', { name: 'Việc có thể làm' });
  await expect(region, where).toBeVisible();
  const open = told.filter(([, { allowed }]) => allowed).length;
  await expect(region.locator('.actions-open a'), where).toHaveCount(open);

  const closed = told.filter(([, { allowed }]) => !allowed);
  if (closed.length === 0) return;
  await region.locator('summary').press('Enter');
  const buttons = region.locator('.actions-closed button[aria-disabled=true]');
  const said = new Map(
    (await buttons.evaluateAll((all) =>
      all.map((button) => [
        button.getAttribute('name') ?? '',
        document.getElementById(button.getAttribute('aria-describedby') ?? '')?.innerText ?? '',
      ]),
    )) as readonly (readonly [string, string])[],
  );
  expect([...said.keys()].toSorted(), where).toEqual(closed.map(([command]) => command).toSorted());
  for (const [command, { sentence }] of closed)
    expect(said.get(command), `${where} ${command}`).toContain(sentence?.vi ?? 'no reason');
  if (!byKeyboard) return;
  for (const button of await buttons.all()) {
    await page.keyboard.press('Tab');
    await expect(button, where).toBeFocused();
  }
};

test('a form is not there for who may not send it: its page says why, and who can', async ({ page }) => {
  await signIn(page, 'auditor');
  for (const [subject, command, path] of CLOSED) {
    const [thing] = await listed(page, `${subject}?limit=1`);
    const at = `/${subject}/${thing?.id ?? ''}`;
    const { [command]: told } = await json<Record<string, Told>>(page, `/api${at}/actions`);
    await page.goto(`${at}/do/${path}`);
    await expect(page.getByRole('alert'), subject).toContainText(told?.sentence?.vi ?? 'no reason');
    await expect(page.getByRole('main').locator('form, input, textarea'), subject).toHaveCount(0);
    await page.getByRole('link', { name: 'Quay lại' }).click();
    await expect(page, subject).toHaveURL(new RegExp(`${at}$`, 'u'));
  }
});
