import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ManifestItem } from './events.ts';
import { makesReady, manifestOf, manifestText } from './manifest.ts';
import { itemFacts, items } from './testing/stories.ts';

describe('a manifest', () => {
  it('lists the items in the decision’s order, each at its revision', () => {
    const manifest = manifestOf(items, [...itemFacts()].reverse());
    expect(manifest.map(({ id, revision }) => [id, revision])).toEqual([
      ['r1', 10],
      ['r2', 11],
      ['r3', 12],
    ]);
  });

  it('is written with sorted keys and no space, whatever order they came in', () => {
    const item: ManifestItem = { revision: 3, reason: 'chưa đạt', kind: 'registration', id: 'r1' };
    const text = '[{"id":"r1","kind":"registration","reason":"chưa đạt","revision":3}]';
    expect(manifestText([item])).toBe(text);
    expect(
      createHash('sha256')
        .update(manifestText([item]))
        .digest('hex'),
    ).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('reads back as it was, so no two manifests share a text', () => {
    const item = fc.record(
      {
        kind: fc.constantFrom('registration' as const, 'commendation' as const),
        id: fc.string(),
        reason: fc.string(),
        revision: fc.nat(),
      },
      { requiredKeys: ['kind', 'id', 'revision'] },
    );
    fc.assert(
      fc.property(fc.array(item), (manifest) => {
        expect(JSON.parse(manifestText(manifest))).toEqual(manifest);
      }),
    );
  });
});

it.each([
  ['a recognition', 'ModelAppraised'],
  ['a recognition that was voted on', 'VoteHeld'],
  ['a commendation', 'CommendationSubmitted'],
  ['the revocation of a recognition', 'ModelRecognized'],
  ['the cancellation of a commendation of a model', 'ModelCommended'],
  ['the cancellation of any other commendation', 'AchievementCommended'],
])('%s is ready since %s', (_, eventType) => {
  expect(makesReady(eventType)).toBe(true);
});

it('what is said about an item makes it no readier', () => {
  for (const eventType of ['ModelMarkedTypical', 'RecognitionRefused', 'CommendationVerified', 'AchievementRevoked'])
    expect(makesReady(eventType)).toBe(false);
});
