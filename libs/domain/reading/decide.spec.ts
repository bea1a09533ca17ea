import { ROLES, type Actor } from '../kernel/index.ts';
import { commandMeta, given as givenDecider, recorded } from '../kernel/testing/spec.ts';
import type { ReadingCommand } from './commands.ts';
import { decider, FILTER_KEPT } from './decide.ts';
import type { ReadingEvent } from './events.ts';

const auditor: Actor = { personId: 'person-lan', role: 'AUDITOR', unitId: 'unit-province' };
const herself: Actor = { personId: 'person-lan', role: 'SELF', unitId: 'self' };

const taken = { list: 'people', filter: '{"q":"hoa"}', rows: 12, position: 731 };
const exported: ReadingEvent = { type: 'ListExported', data: { ...taken, personId: 'person-lan' } };
const feedRead: ReadingEvent = { type: 'FeedRead', data: { personId: 'person-lan' } };

const exportList = (data: Partial<typeof taken> = {}, actor = herself): ReadingCommand => ({
  ...{ type: 'ExportList', data: { ...taken, ...data }, facts: {} },
  meta: commandMeta({ actor }),
});
const readFeed = (actor = auditor): ReadingCommand => ({
  ...{ type: 'ReadFeed', data: {}, facts: {} },
  meta: commandMeta({ actor }),
});
const given = (...events: ReadingEvent[]) => givenDecider(decider, ...events.map((event) => recorded(event)));

describe('what a person takes out on one day', () => {
  it('is told of each time they export a list', () => {
    given().when(exportList()).then(exported);
    given(exported, feedRead).when(exportList()).then(exported);
  });

  it('is told of once for the feed', () => {
    given().when(readFeed()).then(feedRead);
    given(exported).when(readFeed()).then(feedRead);
    given(feedRead, exported).when(readFeed()).thenNothing();
  });

  it('is told with so much of the filter, and no half of a letter', () => {
    const filter = '𝄞'.repeat(FILTER_KEPT);
    given()
      .when(exportList({ filter: `${filter}𝄞` }))
      .then({ type: 'ListExported', data: { ...exported.data, filter } });
  });

  it('is their own to export, and the auditor’s to read', () => {
    for (const role of [...ROLES, 'SYSTEM', 'SELF'] as const) {
      const actor: Actor = { ...auditor, role };
      if (role !== 'SELF') given().when(exportList({}, actor)).thenRejected('role-not-allowed');
      if (role !== 'AUDITOR') given().when(readFeed(actor)).thenRejected('role-not-allowed');
    }
  });
});
