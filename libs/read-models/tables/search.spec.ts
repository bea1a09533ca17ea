import { searchQuery, searchVector } from './search.ts';

describe('the words to be found of a text', () => {
  it('are cut where PostgreSQL would refuse them, in the text and in what is sought alike', () => {
    const long = 'đ'.repeat(5000);
    expect(searchVector(`Tổ ${long}`)).toBe(`to ${'d'.repeat(500)}`);
    expect(searchQuery(long)).toBe(`${'d'.repeat(500)}:*`);
  });
});
