import { isOfPeople, ROLES, rowsOf, type Actor } from '../kernel/index.ts';
import { given, recorded, replay } from '../kernel/testing/spec.ts';
import type { CommandType } from './commands.ts';
import { decider } from './decide.ts';
import { rights } from './rights.ts';
import { STATUSES } from './status.ts';
import { histories } from './testing/history.ts';
import { BODY } from './testing/people.ts';
import { order } from './testing/orders.ts';
import { finalStatuses } from './testing/stories.ts';
import { transitions } from './transitions.ts';

const rows = rowsOf(transitions);

const commandTypes = rows.map(({ command }) => command);
const stages = { nothing: [], ...histories };

describe('the workflow of a registration', () => {
  it('every status is reached by some story of these specs', () => {
    const reached = new Set(Object.values(stages).map((history) => replay(decider, history).status));
    expect([...reached].sort()).toEqual([...STATUSES].sort());
  });

  it.each(rows)('$command is refused in every status but its own', ({ command, from }) => {
    for (const history of Object.values(stages)) {
      const { state, when } = given(decider, ...history);
      if (from.some((each) => each === state.status)) {
        expect(when(order(command)).outcome).not.toMatchObject({ reason: 'wrong-status' });
      } else {
        const possible = from.filter((each) => each !== 'NONE');
        when(order(command)).thenRejected('wrong-status', {
          params: { workflow: 'registration', status: state.status, ...(possible.length === 0 ? {} : { possible }) },
        });
      }
    }
  });

  it.each(rows)('$command records $event and leads to $to', ({ command, event, from, to }) => {
    const outcomes = Object.values(stages).flatMap((history) => {
      const { state, when } = given(decider, ...history);
      const { outcome } = when(order(command));
      return outcome.kind === 'accepted' && outcome.events.length > 0 ? [{ state, events: outcome.events }] : [];
    });
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { state, events } of outcomes) {
      expect(from).toContain(state.status);
      expect(events.map(({ type }) => type)).toEqual([event]);
      const next = events.reduce((current, each) => decider.evolve(current, recorded(each)), state);
      expect(next.status).toBe(to === 'same' ? state.status : to);
    }
  });

  it('each event belongs to one command', () => {
    expect(new Set(rows.map(({ event }) => event)).size).toBe(rows.length);
  });

  it('what ended stays ended', () => {
    expect(finalStatuses).toEqual(['DECLINED', 'WITHDRAWN', 'DISCONTINUED', 'REVOKED']);
  });
});

describe('who may', () => {
  const roles: readonly Actor['role'][] = [...ROLES, 'SYSTEM'];
  const theRolesOf = (type: CommandType) => {
    const ofPeople = rights[type].filter(isOfPeople);
    return ofPeople.length === 0 ? {} : { params: { roles: ofPeople } };
  };

  it.each(commandTypes)('%s is refused to every role that has no right to it, in every status', (type: CommandType) => {
    for (const role of roles.filter((each) => !rights[type].includes(each))) {
      for (const history of Object.values(stages)) {
        given(decider, ...history)
          .when(order(type, { actor: { personId: 'anybody', role, unitId: BODY } }))
          .thenRejected('role-not-allowed', theRolesOf(type));
      }
    }
  });

  it('auditors, administrators, council members and signers change no registration', () => {
    const idle = roles.filter((role) => !Object.values(rights).some((allowed) => allowed.includes(role)));
    expect(idle).toEqual(['COUNCIL_MEMBER', 'DECISION_SIGNER', 'AUDITOR', 'SYSTEM_ADMIN']);
  });
});
