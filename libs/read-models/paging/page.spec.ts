import { allPages, pageOfAll } from './page.ts';

describe('pages of what is at hand as a whole', () => {
  const all = Array.from({ length: 450 }, (_, index) => String((index * 7) % 450).padStart(3, '0'));
  const ask = (page: object) => Promise.resolve(pageOfAll(all, page, (item) => item));

  it('tell each item once, in the order of the keys', async () => {
    expect(await allPages(ask)).toEqual([...all].sort());
    expect(pageOfAll(all.slice(0, 50), {}, (item) => item).next).toBeNull();
    expect(pageOfAll([], {}, String)).toEqual({ items: [], next: null });
  });

  it('go on behind an item that is gone since', () => {
    const { next } = pageOfAll(['a', 'b', 'c'], { limit: 2 }, (item) => item);
    expect(pageOfAll(['a', 'c'], { limit: 2, after: next ?? '' }, (item) => item).items).toEqual(['c']);
  });
});
