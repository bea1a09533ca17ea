import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { Unreachable, type Failure } from '../api/failure.ts';
import en from '../texts/en/index.ts';
import { PROBLEM_STATUSES } from '../texts/generated/problem-statuses.gen.ts';
import vi from '../texts/vi/index.ts';
import { FailurePanel } from './failure-panel.tsx';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const DETAIL = 'Không làm được việc này.';

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    ...{ lng: 'vi', defaultNS: 'texts', resources: { vi: { texts: vi }, en: { texts: en } } },
    interpolation: { escapeValue: false },
  });
});

const shown = async (failure: Failure, language: string, onPage = false, address = '/'): Promise<string> => {
  await i18next.changeLanguage(language);
  const panel = createElement(FailurePanel, { failure, ...(onPage ? { again: () => undefined } : {}) });
  return renderToStaticMarkup(createElement(MemoryRouter, { initialEntries: [address] }, panel));
};

const refused = (code: string, status: number): Failure => ({
  ...{ type: `urn:kheo:problem:${code}`, title: 'Không đúng quy định', status, detail: DETAIL, code },
  ...{ instance: `urn:kheo:trace:${TRACE}`, traceId: TRACE, errors: [] },
});

describe.each([
  ['vi', vi.page],
  ['en', en.page],
] as const)('why something was not done, in %s', (language, texts) => {
  it.each(Object.entries(PROBLEM_STATUSES))(
    '%s is told at once, with a number to copy and what to do',
    async (code, status) => {
      const html = await shown(refused(code, status), language, true);
      expect(html).toContain('role="alert"');
      expect(html).toContain(DETAIL);
      expect(html).toContain(`<code>${TRACE}</code>`);
      expect(html).toContain(`>${texts.trace.copy}</button>`);
      const home = i18next.t('rooms.myWork');
      expect(html).toContain(
        status === 403 || status === 404 ? `href="/" data-discover="true">${home}` : `>${texts.again}</button>`,
      );
      expect(html.includes(texts.broken)).toBe(status >= 500);
    },
  );

  it('without an answer it is said that there is none, and what to look at', async () => {
    const html = await shown(new Unreachable(), language, true);
    expect(html).toContain(texts.unreachable.title);
    expect(html).toContain(texts.unreachable.text);
    expect(html).toContain(`>${texts.again}</button>`);
  });

  it('a filter of the address is named in words, with the way to do without it, and without what the api calls it', async () => {
    const malformed = {
      ...refused('malformed', 400),
      errors: ['status', 'cycle'].map((pointer) => ({ pointer, code: 'not-one-of', message: 'DRAFT, SUBMITTED' })),
    };
    const html = await shown(malformed, language, true, '/registrations?status=NOPE&page=2');
    const { names } = i18next.t('unreadable', { returnObjects: true });
    expect(html).toContain(i18next.t('unreadable.title', { names: names.status }));
    expect(html).toContain(`>${i18next.t('tables.clear')}</button>`);
    expect(html).not.toContain('SUBMITTED');
  });

  it('what is said of several places is listed, each once', async () => {
    const several = {
      ...refused('malformed', 400),
      errors: [DETAIL, 'Phải là số.', ''].map((message) => ({ ...{ pointer: '/x', code: 'x' }, message })),
    };
    const html = await shown(several, language);
    expect(html.match(/<li>/gu)).toHaveLength(1);
    expect(html).toContain('<li>Phải là số.</li>');
  });
});
