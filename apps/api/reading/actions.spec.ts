import { organization, type Availability } from '#domain';
import { toldActions } from './actions.ts';

const directory = { tree: organization.emptyTree } as Parameters<typeof toldActions>[1];

describe('an action that may not be done', () => {
  it('says whose it is, and what would stand in the way even then', () => {
    const submit: Availability<'role-not-allowed' | 'supplement-overdue'> = {
      ...{ allowed: false, reason: 'role-not-allowed', params: { roles: ['UNIT_HEAD'] }, who: [] },
      also: { reason: 'supplement-overdue', params: { dueOn: '2026-06-20' } },
    };
    const { vi, en } = sentenceOf(toldActions({ submit }, directory, '2026-06-21T02:00:00.000Z').submit);
    expect(vi).toMatch(/^Vai trò của bạn không được làm việc này; việc này của: thủ trưởng đơn vị\. .*20\/06\/2026/u);
    expect(en).toMatch(/^Your role may not do this.*20\/06\/2026/u);
  });

  it('says of each part that is in the way what is wrong with it', () => {
    const params = { workflow: 'registration', status: 'IN_PROGRESS', possible: ['APPRAISED'] };
    const problems = [{ pointer: '/items/1', code: 'wrong-status', about: 'Vườn dân', params }];
    const freeze: Availability<'item-not-eligible'> = {
      ...{ allowed: false, reason: 'item-not-eligible', params: { items: ['Vườn dân'] }, problems, who: [] },
    };
    expect(toldActions({ freeze }, directory, '2026-06-21T02:00:00.000Z').freeze).toMatchObject({
      sentence: { vi: 'Có đối tượng chưa đủ điều kiện: Vườn dân.' },
      faults: [
        {
          pointer: '/items/1',
          code: 'wrong-status',
          sentence: { vi: expect.stringMatching(/^Vườn dân: .*đăng ký/u) as string },
        },
      ],
    });
  });
});

const sentenceOf = (action: ReturnType<typeof toldActions>[string]) => {
  if (action?.allowed) throw new Error('it may be done');
  return action.sentence;
};
