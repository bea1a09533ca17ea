import { setTimeout as pause } from 'node:timers/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settled, type Language } from './index.ts';

/**
 * What opens over the page is Ant Design's: outside of all landmarks, with the hours of a clock, which are typed by whoever
 * uses no mouse, and the month of a calendar, which is gone through with the arrows.
 */
const OF_POPUPS = new Set(['region', 'scrollable-region-focusable', 'label-content-name-mismatch']);
const POPUP = /class="ant-(?:picker|select)-|role="listbox"/u;

/**
 * What keeps somebody from using a page as it stands: all that axe finds of whatever weight, more or less than one
 * heading of the page, what moves for whoever wants it still, Vietnamese that an English page does not call so, and
 * choices that are read out as an id. Each with the place where it is.
 */
export const faults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // In the page itself, and not over a second one: it has no frames that are not of itself.
    .setLegacyMode()
    .analyze();
  const found = violations.flatMap(({ id, impact, nodes }) => {
    const at = nodes.flatMap(({ html }) => (OF_POPUPS.has(id) && POPUP.test(html) ? [] : [html.slice(0, 200)]));
    return at.length === 0 ? [] : [`${id} (${impact ?? '?'}): ${at.join(' | ')}`];
  });
  return [...found, ...(await page.evaluate(besides))];
};

export const OFFICE = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** How much wider a page is than what is seen of it. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** In the browser: it knows nothing of this file. */
const besides = (): string[] => {
  const told: string[] = [];
  const shown = (element: Element | null): boolean => element?.checkVisibility({ visibilityProperty: true }) === true;
  const headings = [...document.querySelectorAll('h1')].filter(shown);
  if (headings.length !== 1) told.push(`${headings.length} headings of the page`);

  const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
  const moved = moving.flatMap(({ effect }) => (effect instanceof KeyframeEffect ? [effect.target?.className] : []));
  if (moving.length > 0) told.push(`moves: ${moved.join(' | ')}`);

  const readOut = [...document.querySelectorAll('[role=option]')].map(
    (option) => option.getAttribute('aria-label') ?? option.textContent,
  );
  const ids = readOut.filter((name) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/u.test(name));
  if (ids.length > 0) told.push(`read out as ids: ${ids.length}`);

  if (document.documentElement.lang !== 'en') return told;
  const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
  // A sentence with a name in it is a sentence in English: names are no other language.
  const english =
    /\b(?:of|by|the|on|with|and|for|is|was|from|not|has|who|until|days?|reports?|models?|units?|recorded|progress)\b/iu;
  const number = /\d+-\S+/gu;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const words = text.textContent?.replaceAll(number, '') ?? '';
    if (!vietnamese.test(words) || english.test(words) || !shown(text.parentElement)) continue;
    if (text.parentElement?.closest('[lang]')?.getAttribute('lang') === 'vi') continue;
    told.push(`Vietnamese of no language: ${text.parentElement?.outerHTML.slice(0, 160) ?? words}`);
  }
  return told;
};

/** Milliseconds without a request after which nothing more is being fetched. */
const QUIET_MS = 80;
/** Milliseconds after which what is there is looked at all the same. */
const MOST_MS = 5_000;

/**
 * From address to address as a link leads, without loading everything anew: that would take most of the time. The page
 * is there when nothing is being fetched any more; the stream of updates never ends.
 */
export const walkerOf = (page: Page): ((at: string) => Promise<void>) => {
  const open = new Set<unknown>();
  page.on('request', (request) => {
    if (!/\/api\/updates\b/u.test(request.url())) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async (at) => {
    await page.evaluate((to) => {
      const { idx = 0 } = (history.state ?? {}) as { readonly idx?: number };
      const state = { usr: null, key: String(performance.now()), idx: idx + 1 };
      history.pushState(state, '', to);
      window.dispatchEvent(new PopStateEvent('popstate', { state }));
    }, at);
    const until = Date.now() + MOST_MS;
    for (let quiet = 0; quiet < QUIET_MS && Date.now() < until; quiet += 20) {
      await pause(20);
      if (open.size > 0) quiet = 0;
    }
    await settled(page);
  };
};

/** Signs in without a page. */
export const admit = async (page: Page, username: string, password: string): Promise<void> => {
  await page.context().clearCookies();
  await page.request.post('/api/session', { headers: { 'x-kheo-client': 'test' }, data: { username, password } });
};

/** Signs in, and opens the first page. */
export const enter = async (page: Page, username: string, password: string, language: Language): Promise<void> => {
  await admit(page, username, password);
  await page.addInitScript((spoken) => localStorage.setItem('kheo.language', spoken), language);
  await page.goto('/');
  await settled(page);
};
