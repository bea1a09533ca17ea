// Pictures of the pages for the docs, from the sample: `npm run pictures`. With a folder as argument, all pages in both
// sizes and both languages go there, to be looked at.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { executablePath } from './support/chromium.ts';
import startSample, { PASSWORD } from './support/start-sample.ts';

interface Picture {
  readonly name: string;
  /** Whose page it is; nobody's is the door. */
  readonly as?: string;
  /** Where, or how one gets there. */
  readonly at: string | ((page: Page) => Promise<unknown>);
}

/** The first of a list, whatever it is called. */
const first =
  (list: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(list);
    await page.locator('main table tbody a').first().click();
    await page.waitForURL(/[0-9a-f-]{36}/u);
  };

interface Told {
  readonly items: readonly { readonly id: string }[];
}

/** The form of a command, for the first thing to which it can be given now. */
const form =
  (list: string, command: string, path: string) =>
  async (page: Page): Promise<void> => {
    const ask = async <Answer>(at: string): Promise<Answer> =>
      (await (await page.request.get(`/api${at}`)).json()) as Answer;
    const [subject = ''] = list.split('?');
    for (const { id } of (await ask<Told>(list)).items) {
      const actions = await ask<Record<string, { readonly allowed: boolean }>>(`${subject}/${id}/actions`);
      if (actions[command]?.allowed !== true) continue;
      await page.goto(`${subject}/${id}/do/${path}`);
      return;
    }
    throw new Error(`${command} can be given to nothing of ${list}.`);
  };

/** The unit of the first registration that one may see. */
const unit = async (page: Page): Promise<void> => {
  const list = await page.request.get('/api/registrations?limit=1');
  const [row] = ((await list.json()) as { readonly items: readonly { readonly unitId: string }[] }).items;
  await page.goto(`/units/${row?.unitId ?? ''}`);
};

const PICTURES: readonly Picture[] = [
  { name: 'sign-in', at: '/' },
  { name: 'my-work', as: 'unit-head', at: '/' },
  { name: 'register', as: 'standing-body', at: '/registrations' },
  { name: 'model', as: 'standing-body', at: first('/registrations?status=RECOGNIZED') },
  { name: 'new-registration', as: 'unit-officer', at: '/registrations/new' },
  { name: 'decisions', as: 'standing-body', at: '/decisions' },
  { name: 'decision', as: 'signer', at: first('/decisions') },
  { name: 'numbers', as: 'standing-body', at: '/numbers' },
  { name: 'commendations', as: 'standing-body', at: '/commendations' },
  { name: 'reports', as: 'standing-body', at: '/reports' },
  { name: 'report', as: 'unit-officer', at: first('/reports') },
  { name: 'audit', as: 'auditor', at: '/audit' },
  { name: 'inbox', as: 'unit-head', at: '/inbox' },
  { name: 'models', as: 'unit-officer', at: '/models' },
  { name: 'account', as: 'unit-head', at: '/account' },
  { name: 'search', as: 'standing-body', at: '/search?q=hoa' },
  { name: 'unit', as: 'standing-body', at: unit },
  { name: 'typical-model', as: 'standing-body', at: first('/registrations?typical=true') },
  { name: 'bulk', as: 'standing-body', at: '/registrations/bulk/return?all=1&status=SUBMITTED' },
  { name: 'new-decision', as: 'standing-body', at: '/decisions/new' },
  { name: 'commendation', as: 'standing-body', at: first('/commendations') },
  { name: 'new-commendation', as: 'unit-officer', at: '/commendations/new' },
  {
    name: 'form-accept',
    as: 'standing-body',
    at: form('/registrations?status=SUBMITTED', 'AcceptRegistration', 'accept'),
  },
  {
    name: 'form-request',
    as: 'unit-head',
    at: form('/registrations?status=IN_PROGRESS', 'RequestRecognition', 'request-recognition'),
  },
  { name: 'form-report', as: 'unit-officer', at: form('/reports', 'SubmitReport', 'submit') },
];

const SIZES = { desktop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

const signIn = async (
  browser: Browser,
  who: string | undefined,
  size: keyof typeof SIZES,
  language: string,
): Promise<Page> => {
  const context = await browser.newContext({ baseURL: process.env.KHEO_URL, viewport: SIZES[size], locale: 'vi-VN' });
  await context.addInitScript((spoken) => localStorage.setItem('kheo.language', spoken), language);
  const page = await context.newPage();
  const headers = { 'X-Kheo-Client': 'pictures' };
  if (who !== undefined)
    await page.request.post('/api/session', { headers, data: { username: who, password: PASSWORD } });
  return page;
};

const [, , folder] = process.argv;
const all = folder !== undefined;
const out = resolve(folder ?? join(import.meta.dirname, '../../docs/pictures'));
await mkdir(out, { recursive: true });
const stop = await startSample();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[])
    for (const language of all ? ['vi', 'en'] : ['vi'])
      for (const { name, as, at } of PICTURES) {
        const page = await signIn(browser, as, size, language);
        await (typeof at === 'string' ? page.goto(at) : at(page));
        await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
        await page.locator('.loading, .ant-spin-spinning').first().waitFor({ state: 'detached' });
        const file = `${name}-${size}${all ? `-${language}` : ''}.jpg`;
        await page.screenshot({ path: join(out, file), type: 'jpeg', quality: 68, fullPage: all });
        await page.context().close();
      }
} finally {
  await browser.close();
  await stop();
}
