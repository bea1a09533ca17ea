import { isAllowed, ROLES } from '../kernel/index.ts';
import { commandMeta, given, recorded, stepsOf } from '../kernel/testing/spec.ts';
import { MAX_ITEMS, type CancelDraft, type DecisionCommand, type RefuseNumber } from './commands.ts';
import { decider } from './decide.ts';
import type { DecisionEvent, DecisionItem } from './events.ts';
import { rights } from './rights.ts';
import { transitions } from './state.ts';
import * as story from './testing/stories.ts';

const cancelDraft = (reason = 'nhầm danh sách'): CancelDraft => ({
  type: 'CancelDraft',
  data: { reason },
  facts: {},
  meta: commandMeta({ actor: story.officer }),
});
const refuseNumber = (data: Partial<RefuseNumber['data']> = {}): RefuseNumber => ({
  type: 'RefuseNumber',
  data: { bookId: 'b1', documentNumber: story.number446, reason: 'not-competent', ...data },
  facts: {},
  meta: commandMeta({ actor: story.system }),
});

const commands: readonly DecisionCommand[] = [
  story.draftDecision(),
  cancelDraft(),
  story.freezeDecision(),
  story.issueDecision(),
  story.filePaper(story.scan(story.SHA)),
  refuseNumber(),
  story.recordResults(story.applied('r1')),
];
const stories = {
  NONE: [],
  DRAFT: story.draftStory,
  FROZEN: story.frozenStory,
  ISSUED: story.issuedStory,
  COMPLETED: story.completedStory,
  CANCELLED: story.cancelledStory,
} as const;
const statuses = Object.keys(stories) as (keyof typeof stories)[];

describe('who may act on a decision, and when', () => {
  const strangers = commands.flatMap((command) =>
    [...ROLES, 'SYSTEM' as const]
      .filter((role) => !rights[command.type].includes(role))
      .map((role) => ({ command, role, type: command.type })),
  );

  it.each(strangers)('$role may not $type', ({ command, role }) => {
    const meta = commandMeta({ actor: { ...story.officer, role } });
    given(decider)
      .when({ ...command, meta })
      .thenRejected('role-not-allowed');
  });

  const wrong = commands.flatMap((command) =>
    statuses
      .filter((status) => !isAllowed(transitions, command.type, status))
      .filter((status) => !(command.type === 'RecordItemResults' && status === 'COMPLETED'))
      .map((status) => ({ command, status, type: command.type })),
  );

  it.each(wrong)('a decision that is $status refuses $type and says so', ({ command, status }) => {
    given(decider, ...stories[status])
      .when(command)
      .thenRejected('wrong-status', { params: { status } });
  });

  it.each(stepsOf(transitions).filter(({ command }) => command !== 'RecordItemResults' && command !== 'RefuseNumber'))(
    '$command leads from $from to $to by $event',
    ({ command, event, from, to }) => {
      const { when } = given(decider, ...stories[from]);
      const { outcome } = when(commands.find(({ type }) => type === command) ?? story.draftDecision());
      const events = outcome.kind === 'accepted' ? outcome.events : [];
      expect(events.map(({ type }) => type)).toEqual([event]);
      const after = [...stories[from], ...events.map((each: DecisionEvent) => recorded(each))];
      expect(given(decider, ...after).state.status).toBe(to);
    },
  );
});

describe('a decision is drafted', () => {
  it('names its body, its act and the models it is about', () => {
    given(decider).when(story.draftDecision()).then(story.decisionDrafted());
  });

  it('keeps title and reasons tidy', () => {
    const items: DecisionItem[] = [{ kind: 'registration', id: 'r1', reason: '  chưa   đạt ' }];
    given(decider)
      .when(story.draftDecision({ act: 'REFUSE_RECOGNITION', title: '  Không  công nhận ', items }))
      .then({
        type: 'DecisionDrafted',
        data: {
          decisionId: 'd1',
          unitId: 'province',
          act: 'REFUSE_RECOGNITION',
          title: 'Không công nhận',
          items: [{ kind: 'registration', id: 'r1', reason: 'chưa đạt' }],
        },
      });
  });

  it('is refused to a body that no longer exists', () => {
    given(decider)
      .when(story.draftDecision({}, { unitActive: false }))
      .thenRejected('unit-not-active', { pointer: '/unitId' });
  });

  it('on an item that does not exist for who drafts it', () => {
    given(decider)
      .when(story.draftDecision({}, { unknownItems: ['r2'] }))
      .thenRejected('item-not-found', {
        params: { places: ['2'] },
        problems: [{ pointer: '/items/1', code: 'item-not-found', params: { places: ['2'] } }],
      });
  });

  it('needs a title', () => {
    given(decider)
      .when(story.draftDecision({ title: ' ' }))
      .thenRejected('text-required', { pointer: '/title' });
  });

  it('is about at least one item', () => {
    given(decider)
      .when(story.draftDecision({ items: [] }))
      .thenRejected('items-required', { pointer: '/items' });
  });

  it('names at most a thousand items', () => {
    const ids = Array.from({ length: MAX_ITEMS + 1 }, (_, index) => `r${index}`);
    const [, ...thousand] = ids;
    given(decider)
      .when(story.draftDecision({ items: story.itemsOf('registration', ...ids) }))
      .thenRejected('too-many-items', { params: { max: 1000 } });
    const { outcome } = given(decider).when(story.draftDecision({ items: story.itemsOf('registration', ...thousand) }));
    expect(outcome.kind).toBe('accepted');
  });

  it('names no item twice', () => {
    given(decider)
      .when(story.draftDecision({ items: story.itemsOf('registration', 'r1', 'r2', 'r1') }))
      .thenRejected('item-twice', { pointer: '/items/2' });
  });

  it('on recognition does not commend anybody', () => {
    given(decider)
      .when(story.draftDecision({ items: [...story.items, { kind: 'commendation', id: 'c1' }] }))
      .thenRejected('item-of-other-kind', { pointer: '/items/3' });
  });

  it.each(['REFUSE_RECOGNITION', 'REVOKE_RECOGNITION'] as const)('to %s says why, for each item', (act) => {
    given(decider).when(story.draftDecision({ act })).thenRejected('text-required', { pointer: '/items/0/reason' });
  });

  it('to cancel an award names one of the four legal grounds', () => {
    const cancelling = (reason: string) =>
      story.draftDecision({ act: 'CANCEL_COMMENDATION', items: [{ kind: 'commendation', id: 'c1', reason }] });
    given(decider).when(cancelling('không còn phù hợp')).thenRejected('ground-unknown', { pointer: '/items/0/reason' });
    expect(given(decider).when(cancelling('FALSE_DOCUMENTS')).outcome.kind).toBe('accepted');
  });
});

describe('a draft is cancelled', () => {
  it('with a reason', () => {
    given(decider, ...story.draftStory)
      .when(cancelDraft())
      .then(story.draftCancelled);
  });

  it('not without one', () => {
    given(decider, ...story.draftStory)
      .when(cancelDraft(' '))
      .thenRejected('text-required', { pointer: '/reason' });
  });
});

describe('a decision is frozen', () => {
  it('with each item at the revision it has', () => {
    given(decider, ...story.draftStory)
      .when(story.freezeDecision())
      .then(story.decisionFrozen());
  });

  it('not with an item nobody knows', () => {
    const [first, ...rest] = story.itemFacts();
    given(decider, ...story.draftStory)
      .when(story.freezeDecision({ items: rest }))
      .thenRejected('item-not-found', {
        params: { places: ['1'] },
        problems: [{ pointer: '/items/0', code: 'item-not-found', params: { places: ['1'] } }],
      });
    given(decider, ...story.draftStory)
      .when(story.freezeDecision({ items: first === undefined ? rest : [{ ...first, revision: -1 }, ...rest] }))
      .thenRejected('item-not-found', {
        params: { places: ['1'] },
        problems: [{ pointer: '/items/0', code: 'item-not-found', params: { places: ['1'] } }],
      });
  });

  it('not while an item is not ready for it', () => {
    const refused = { reason: 'wrong-status', params: { status: 'IN_PROGRESS' } };
    const items = story.itemFacts().map((item) => (item.id === 'r2' ? { ...item, refused } : item));
    given(decider, ...story.draftStory)
      .when(story.freezeDecision({ items }))
      .thenRejected('item-not-eligible', {
        params: { items: ['Mô hình r2'] },
        problems: [
          { pointer: '/items/1', code: 'wrong-status', about: 'Mô hình r2', params: { status: 'IN_PROGRESS' } },
        ],
      });
  });

  it('not without a proper hash of its manifest', () => {
    given(decider, ...story.draftStory)
      .when(story.freezeDecision({ manifestSha256: 'abc' }))
      .thenRejected('hash-malformed');
  });
});

describe('a number is given up', () => {
  const refused: DecisionEvent = {
    type: 'DecisionNumberRefused',
    data: { decisionId: 'd1', bookId: 'b1', documentNumber: story.number446, reason: 'not-competent' },
  };

  it('and is never taken afterwards', () => {
    given(decider, ...story.frozenStory)
      .when(refuseNumber())
      .then(refused);
    given(decider, ...story.frozenStory, recorded(refused))
      .when(story.issueDecision())
      .thenRejected('number-refused', { params: { number: '446-QĐ/TU' } });
  });

  it('once only', () => {
    given(decider, ...story.frozenStory, recorded(refused))
      .when(refuseNumber())
      .thenNothing();
  });

  it('unless the decision bears it', () => {
    given(decider, ...story.issuedStory)
      .when(refuseNumber())
      .thenRejected('number-in-use');
    given(decider, ...story.completedStory)
      .when(refuseNumber())
      .thenRejected('number-in-use');
  });

  it('by an issued decision too, when it is another one', () => {
    const documentNumber = { ...story.number446, number: 447, text: '447-QĐ/TU' };
    const { outcome } = given(decider, ...story.issuedStory).when(refuseNumber({ documentNumber }));
    expect(outcome).toMatchObject({ kind: 'accepted', events: [{ data: { documentNumber: { number: 447 } } }] });
  });

  it('with a reason', () => {
    given(decider, ...story.frozenStory)
      .when(refuseNumber({ reason: '' }))
      .thenRejected('text-required', { pointer: '/reason' });
  });
});
