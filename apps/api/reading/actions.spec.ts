import { organization, type Availability } from '#domain';
import { toldActions } from './actions.ts';

const directory = { tree: organization.emptyTree } as Parameters<typeof toldActions>[1];

describe('an action that may not be done', () => {
  it('says what stands in everybody’s way, and that it is not the asker’s even then', () => {
    const submit: Availability<'supplement-overdue'> = {
      ...{ allowed: false, reason: 'supplement-overdue', params: { dueOn: '2026-06-20' }, who: [] },
      also: { reason: 'role-not-allowed', params: { roles: ['UNIT_HEAD'] } },
    };
    const { vi, en } = sentenceOf(toldActions({ submit }, directory, '2026-06-21T02:00:00.000Z').submit);
    expect(vi).toMatch(/20\/06\/2026.* Vai trò của bạn không được làm việc này; việc này của: thủ trưởng đơn vị\.$/u);
    expect(en).toMatch(/20\/06\/2026.* Your role may not do this/u);
  });
});

const sentenceOf = (action: ReturnType<typeof toldActions>[string]) => {
  if (action?.allowed) throw new Error('it may be done');
  return action.sentence;
};
