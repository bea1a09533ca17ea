import type { DecisionCandidate } from '../../../shared/api/generated/types.gen.ts';
import { chosenOf, shownOf, unitsOf, withAllShown, withReason } from './items.ts';

const candidate = (id: string, given: Partial<DecisionCandidate> = {}): DecisionCandidate => ({
  ...{ id, kind: 'registration', name: `Mô hình ${id}`, eligible: true, reason: null, sentence: null },
  ...{ unitId: 'u1', unitName: 'Xã Hòa Bình', cycleId: 'c', cycleName: '2026' },
  ...{ decisionId: null, decisionTitle: null, decisionStatus: null },
  ...given,
});

const all = [
  candidate('1', { name: 'Đường hoa phụ nữ tự quản' }),
  candidate('2', { name: 'Tổ hòa giải', unitId: 'u2', unitName: 'Xã An Lạc' }),
  candidate('3', { name: 'Đường điện nông thôn', eligible: false }),
];

const none = { typed: '', unitId: undefined, onlyEligible: false } as const;

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

it('a name is found without its diacritics, by all its words', () => {
  expect(ids(shownOf(all, { ...none, typed: 'duong hoa' }))).toEqual(['1']);
  expect(ids(shownOf(all, { ...none, typed: 'ĐƯỜNG' }))).toEqual(['1', '3']);
});

it('a unit, and only what can be decided', () => {
  expect(ids(shownOf(all, { ...none, unitId: 'u2' }))).toEqual(['2']);
  expect(ids(shownOf(all, { ...none, onlyEligible: true }))).toEqual(['1', '2']);
});

it('the units stand by name', () => {
  expect(Object.values(unitsOf(all))).toEqual(['Xã An Lạc', 'Xã Hòa Bình']);
});

it('choosing all takes what is shown and can be decided, and leaves the hidden as they are', () => {
  const before = [{ kind: 'registration', id: '2', reason: 'vì' }] as const;
  const shown = shownOf(all, { ...none, typed: 'duong' });
  expect(withAllShown(before, shown, all)).toEqual([...before, { kind: 'registration', id: '1' }]);
});

it('what is given up goes with its reason, the rest keeps it', () => {
  const before = [
    { kind: 'registration', id: '1', reason: 'a' },
    { kind: 'registration', id: '2', reason: 'b' },
  ] as const;
  expect(chosenOf(new Set(['2']), before, all)).toEqual([before[1]]);
});

it('one reason is given where none stands', () => {
  const items = [
    { kind: 'registration', id: '1', reason: 'riêng' },
    { kind: 'registration', id: '2', reason: ' ' },
    { kind: 'registration', id: '3' },
  ] as const;
  expect(withReason(items, 'chung').map(({ reason }) => reason)).toEqual(['riêng', 'chung', 'chung']);
});
