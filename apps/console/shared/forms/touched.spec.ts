import { onTopOf, touched } from './touched.ts';

const BEGUN = { reason: 'Cũ', dossier: { area: '', forces: 'Chi bộ', tags: ['a'] }, votes: 3 };

describe('what was typed in a form', () => {
  it('is what differs from what it began with, within parts too', () => {
    const now = { reason: 'Cũ', dossier: { area: 'Thôn Đông', forces: 'Chi bộ', tags: ['a', 'b'] }, votes: undefined };
    expect(touched(now, BEGUN)).toEqual({ dossier: { area: 'Thôn Đông', tags: ['a', 'b'] }, votes: null });
    expect(touched(BEGUN, BEGUN)).toEqual({});
  });

  it('goes on top of what others changed meanwhile, and of nothing else', () => {
    const mine = touched({ ...BEGUN, dossier: { ...BEGUN.dossier, forces: 'Hội Phụ nữ' } }, BEGUN);
    const theirs = { reason: 'Mới', dossier: { area: 'Thôn Tây', forces: 'Chi bộ', tags: ['a'] }, votes: 3 };
    expect(onTopOf(theirs, mine)).toEqual({ ...theirs, dossier: { ...theirs.dossier, forces: 'Hội Phụ nữ' } });
  });

  it('outlives being kept as text, what was emptied too', () => {
    const kept = JSON.parse(JSON.stringify(touched({ ...BEGUN, reason: undefined }, BEGUN))) as object;
    expect(onTopOf(BEGUN, kept as Readonly<Record<string, unknown>>)).toEqual({ ...BEGUN, reason: null });
  });

  it('that cannot be read is one value', () => {
    expect(touched({ votes: { unread: '1,5' } }, BEGUN)).toEqual({ votes: { unread: '1,5' } });
  });
});
