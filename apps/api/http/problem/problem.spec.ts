import { languageOf } from './language.ts';
import { refusalOf } from '../answer/problem.filter.ts';
import { PROBLEMS } from './problem-table.ts';
import { problemOf, Refusal } from './problem.ts';

describe('a refusal', () => {
  it.each(Object.entries(PROBLEMS))('%s is told in both languages', (_code, { vi, en }) => {
    expect(vi).not.toBe('');
    expect(en).not.toBe(vi);
  });

  it('names the field in the language asked for', () => {
    const refusal = new Refusal('malformed', { faults: [{ pointer: '/name', code: 'too-long', params: { max: 5 } }] });
    const problem = problemOf(refusal, { language: 'en', traceId: 't' });
    expect(problem.errors).toEqual([
      { pointer: '/name', code: 'too-long', message: 'This must have at most 5 characters.' },
    ]);
  });

  it('speaks Vietnamese unless English is wished for more', () => {
    expect([languageOf(undefined), languageOf('fr'), languageOf('en'), languageOf('vi;q=0.5, en;q=0.9')]).toEqual([
      'vi',
      'vi',
      'en',
      'en',
    ]);
  });

  it('says nothing of an error nobody foresaw', () => {
    const problem = problemOf(refusalOf(new Error('select * from secret at /srv/app')), {
      language: 'vi',
      traceId: 't',
    });
    expect(problem.code).toBe('internal');
    expect(JSON.stringify(problem)).not.toMatch(/select|srv/u);
  });
});
