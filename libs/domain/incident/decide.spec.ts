import type { Actor } from '../kernel/index.ts';
import { by, commandMeta, given as givenDecider, recorded } from '../kernel/testing/spec.ts';
import type { Failure, IncidentCommand } from './commands.ts';
import { decide, decider } from './decide.ts';
import type { IncidentEvent } from './events.ts';

const system: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };
const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'unit-province' };

const failure: Failure = {
  reaction: 'apply-decision',
  stream: 'decision-1',
  revision: 2,
  position: 40,
  eventId: 'event-1',
  eventType: 'DecisionIssued',
  cause: 'Error: the disk is full',
  attempts: 3,
};
const raised: IncidentEvent = { type: 'IncidentRaised', data: { incidentId: 'incident-1', ...failure } };
const retried: IncidentEvent = { type: 'IncidentRetried', data: { incidentId: 'incident-1', reason: 'disk enlarged' } };
const resolved: IncidentEvent = {
  type: 'IncidentResolved',
  data: { incidentId: 'incident-1', reason: 'done by hand' },
};
const released: IncidentEvent = {
  type: 'StreamReleased',
  data: { incidentId: 'incident-1', reaction: 'apply-decision', stream: 'decision-1' },
};

const given = (...events: IncidentEvent[]) =>
  givenDecider({ ...decider, decide }, ...events.map((event) => recorded(event)));
const as = (actor: Actor) => commandMeta({ actor });
const raise: IncidentCommand = {
  type: 'RaiseIncident',
  data: { incidentId: 'incident-1', failure },
  facts: {},
  meta: as(system),
};
const retry = (actor: Actor, reason = 'disk enlarged'): IncidentCommand => ({
  type: 'RetryIncident',
  data: { reason },
  facts: {},
  meta: as(actor),
});
const resolve = (actor: Actor, reason = 'done by hand'): IncidentCommand => ({
  type: 'ResolveIncident',
  data: { reason },
  facts: {},
  meta: as(actor),
});
const release: IncidentCommand = { type: 'ReleaseStream', data: {}, facts: {}, meta: as(system) };

describe('an incident', () => {
  it('is raised by the system with its cause', () => given().when(raise).then(raised));

  it('that waits for people is not raised twice', () => given(raised).when(raise).thenNothing());

  it('is opened anew when the retry failed, and counts all its attempts', () =>
    given(raised, retried)
      .when(raise)
      .then({ type: 'IncidentRaised', data: { incidentId: 'incident-1', ...failure, attempts: 6 } }));

  it('once settled is not raised again', () => {
    given(raised, resolved).when(raise).thenNothing();
    given(raised, resolved, released).when(raise).thenNothing();
  });
});

describe('an administrator', () => {
  it('has it tried again, giving a reason', () => given(raised).when(retry(admin)).then(retried));

  it('settles it, giving a reason', () => given(raised).when(resolve(admin)).then(resolved));

  it('may settle it while a retry is under way', () => given(raised, retried).when(resolve(admin)).then(resolved));

  it('must say why', () => {
    given(raised).when(retry(admin, ' ')).thenRejected('reason-missing', { pointer: '/reason' });
    given(raised).when(resolve(admin, '')).thenRejected('reason-missing', { pointer: '/reason' });
  });

  it('asks for one retry at a time', () => given(raised, retried).when(retry(admin)).thenRejected('retry-under-way'));

  it('can do nothing about a settled or unknown incident', () => {
    given(raised, resolved).when(retry(admin)).thenRejected('incident-resolved');
    given(raised, resolved, released).when(resolve(admin)).thenRejected('incident-resolved');
    given().when(retry(admin)).thenRejected('incident-missing');
    given().when(resolve(admin)).thenRejected('incident-missing');
  });

  it('is the only one who may', () => {
    const officer: Actor = { ...admin, role: 'STANDING_BODY_OFFICER' };
    given(raised).when(retry(officer)).thenRejected('role-not-allowed');
    given(raised).when(resolve(system)).thenRejected('role-not-allowed');
    given()
      .when({ ...raise, meta: as(admin) })
      .thenRejected('role-not-allowed');
    given(raised, resolved)
      .when({ ...release, meta: as(admin) })
      .thenRejected('role-not-allowed');
  });
});

describe('the stream behind an incident', () => {
  it('waits until people act', () => given(raised).when(release).thenRejected('incident-open'));

  it('is released after a retry that went well, which also settles the incident', () => {
    const { outcome } = given(raised, retried).when(release);
    expect(outcome).toMatchObject({ events: [{ type: 'IncidentResolved' }, { type: 'StreamReleased' }] });
  });

  it('is released once the settled incident has been passed over', () =>
    given(raised, resolved).when(release).then(released));

  it('is released once', () => given(raised, resolved, released).when(release).thenNothing());

  it('cannot be released without an incident', () => given().when(release).thenRejected('incident-missing'));

  it('whatever came before, an event never breaks the state', () => {
    for (const event of by(system)<IncidentEvent>(retried, resolved, released))
      expect(decider.evolve(decider.initial, event)).toEqual({ status: 'MISSING' });
  });
});
