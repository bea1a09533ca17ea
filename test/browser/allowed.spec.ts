import type { Page } from '@playwright/test';
import { admit, walkerOf } from './support/accessible.ts';
import { formsOfConsole, SUBJECTS, type Subject } from './support/forms-of-console.ts';
import { expect, PASSWORD, signIn, test } from './support/index.ts';

const ROLES = [
  'unit-officer',
  'unit-head',
  'standing-body',
  'appraiser-1',
  'council-1',
  'signer',
  'inspector',
  'auditor',
  'admin',
] as const;
/** The whole life of a registration: the sample has some in each. */
const STATUSES = [
  ...['DRAFT', 'SUBMITTED', 'RETURNED', 'DECLINED', 'REGISTERED', 'IN_PROGRESS', 'RECOGNITION_REQUESTED'],
  ...['SUPPLEMENT_REQUIRED', 'UNDER_APPRAISAL', 'APPRAISED', 'RECOGNIZED', 'NOT_RECOGNIZED', 'WITHDRAWN'],
  ...['DISCONTINUED', 'REVOKED'],
];
/** Those whose eyes end at their unit: nothing of it is in each status. */
const OF_A_UNIT: readonly string[] = ['unit-officer', 'unit-head'];

/** What makes another thing is no act of the one that is there. */
const NEW = 'DraftRegistration';

const paths = Object.fromEntries(SUBJECTS.map((subject) => [subject, formsOfConsole(subject)])) as Record<
  Subject,
  ReadonlyMap<string, string>
>;

interface Vietnamese {
  readonly vi: string;
}
interface Told {
  readonly allowed: boolean;
  readonly sentence?: Vietnamese;
  readonly who?: readonly { readonly roleName: Vietnamese }[];
}
interface Waits {
  readonly waitsFor: readonly { readonly command: string; readonly mine: boolean }[] | null;
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
const oneOfEach = async (page: Page, subject: Subject): Promise<readonly Thing[]> => {
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
    await admit(page, role, PASSWORD);
    await page.goto('/');
    const walk = walkerOf(page);
    for (const subject of SUBJECTS) {
      const things = await oneOfEach(page, subject);
      if (subject === 'registrations' && !OF_A_UNIT.includes(role))
        expect(things.map(({ status }) => status)).toEqual(STATUSES);
      expect(things.length, subject).toBeGreaterThan(0);
      for (const [place, { id, status }] of things.entries()) {
        const at = `/${subject}/${id}`;
        // Other tests may act on the thing between the two answers: both are asked again.
        await expect(async () => {
          const actions = await json<Record<string, Told>>(page, `/api${at}/actions`);
          await walk(at);
          await sameAsTold(page, { at, actions, paths: paths[subject], where: `${role} ${subject} ${status}` });
        }).toPass({ timeout: 30_000 });
        if (place === 0) await reachedByKeyboard(page);
      }
    }
  });
}

interface Asked {
  readonly at: string;
  readonly actions: Readonly<Record<string, Told>>;
  readonly paths: ReadonlyMap<string, string>;
  readonly where: string;
}

/** The page of a thing offers what the api allows, and says of the rest why not, and who can. */
const sameAsTold = async (page: Page, { at, actions, paths, where }: Asked): Promise<void> => {
  const told = Object.entries(actions).filter(([command]) => command !== NEW);
  const region = page.getByRole('region', { name: 'Việc có thể làm' });
  const { open, main, closed } = await region.evaluate((shown) => ({
    // What can be begun from there besides is no act of the thing.
    open: [...shown.querySelectorAll('.actions-open a[href*="/do/"]')].map((link) => link.getAttribute('href') ?? ''),
    main: [...shown.querySelectorAll('.button-first')].map((link) => link.getAttribute('href') ?? ''),
    closed: [...shown.querySelectorAll('.actions-closed button[aria-disabled=true]')].map((button) => ({
      command: button.getAttribute('name') ?? '',
      why: document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    })),
  }));
  const offered = told.filter(([, { allowed }]) => allowed).map(([command]) => paths.get(command) ?? command);
  expect(open.toSorted(), where).toEqual(offered.map((path) => `${at}/do/${path}`).toSorted());
  // The main one is asked of who reads: what others are asked for is theirs.
  const { waitsFor } = await json<Waits>(page, `/api${at}`);
  const mine = waitsFor?.filter((each) => each.mine).map(({ command }) => `${at}/do/${command}`) ?? [];
  expect(main.length, where).toBeLessThanOrEqual(1);
  expect(mine, where).toEqual(expect.arrayContaining(main));

  const refused = told.filter(([, { allowed }]) => !allowed);
  const said = new Map(closed.map(({ command, why }) => [command, why]));
  expect([...said.keys()].toSorted(), where).toEqual(refused.map(([command]) => command).toSorted());
  for (const [command, { sentence, who = [] }] of refused) {
    expect(said.get(command), `${where} ${command}`).toContain(sentence?.vi ?? 'no reason');
    for (const { roleName } of who) expect(said.get(command), `${where} ${command}`).toContain(roleName.vi);
  }
};

/** What may not be done is unfolded by keyboard, and each of it is reached in turn. */
const reachedByKeyboard = async (page: Page): Promise<void> => {
  const closed = page.getByRole('region', { name: 'Việc có thể làm' }).locator('details');
  await closed.locator('summary').press('Enter');
  for (const button of await closed.getByRole('button').all()) {
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
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
