import type { Actor } from '../kernel/index.ts';
import { commandMeta, given as givenDecider, recorded } from '../kernel/testing/spec.ts';
import { REPLAYED_AT_ONCE, type WebhookCommand } from './commands.ts';
import { decide, decider } from './decide.ts';
import type { WebhookEvent } from './events.ts';

const system: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };
const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'unit-province' };

const webhookId = 'webhook-1';
const url = 'https://cong.example.vn/su-kien';
const registered: WebhookEvent = {
  type: 'WebhookRegistered',
  data: { webhookId, url, eventTypes: ['ModelRecognized'], begin: 'NOW' },
};
const paused: WebhookEvent = { type: 'WebhookPaused', data: { webhookId, reason: 'bảo trì' } };
const resumed: WebhookEvent = { type: 'WebhookResumed', data: { webhookId } };
const removed: WebhookEvent = { type: 'WebhookRemoved', data: { webhookId, reason: 'ngừng dùng' } };
const delivery = (eventId: string) => ({
  eventId,
  eventType: 'ModelRecognized',
  stream: 'registration-1',
  revision: 9,
  cause: 'answered 500',
  attempts: 8,
});
const parked = (eventId = 'event-1'): WebhookEvent => ({
  type: 'WebhookDeliveryParked',
  data: { webhookId, ...delivery(eventId) },
});
const asked = (...eventIds: string[]): WebhookEvent => ({ type: 'WebhookReplayAsked', data: { webhookId, eventIds } });
const replayed = (eventId = 'event-1'): WebhookEvent => ({
  type: 'WebhookDeliveryReplayed',
  data: { webhookId, eventId },
});

const given = (...events: WebhookEvent[]) =>
  givenDecider({ ...decider, decide }, ...events.map((event) => recorded(event)));

type Facts = Extract<WebhookCommand, { type: 'RegisterWebhook' }>['facts'];
const register = (facts: Partial<Facts> = {}, eventTypes = ['ModelRecognized']): WebhookCommand => ({
  type: 'RegisterWebhook',
  data: { webhookId, url, eventTypes, begin: 'NOW' },
  facts: { target: 'ALLOWED', unknownTypes: [], ...facts },
  meta: commandMeta({ actor: admin }),
});
const act = <Type extends Exclude<WebhookCommand['type'], 'RegisterWebhook'>>(
  type: Type,
  data: Extract<WebhookCommand, { type: Type }>['data'],
  actor: Actor = admin,
): WebhookCommand => ({ type, data, facts: {}, meta: commandMeta({ actor }) }) as unknown as WebhookCommand;
const pause = (actor = admin, reason = 'bảo trì') => act('PauseWebhook', { reason }, actor);
const remove = (reason = 'ngừng dùng') => act('RemoveWebhook', { reason });
const replay = (...eventIds: string[]) => act('ReplayDeliveries', { eventIds });
const park = (eventId = 'event-1') => act('ParkDelivery', delivery(eventId), system);
const settle = (eventId = 'event-1') => act('SettleDelivery', { eventId }, system);

describe('an administrator registers a webhook', () => {
  it('for an address and the types it is told of', () => given().when(register()).then(registered));

  it('and a type named twice counts once', () =>
    given()
      .when(register({}, ['ModelRecognized', 'ModelRecognized']))
      .then(registered));

  it('only for an address that is one, and that the operator listed', () => {
    given()
      .when(register({ target: 'MALFORMED' }))
      .thenRejected('target-malformed', { pointer: '/url' });
    given()
      .when(register({ target: 'NOT_LISTED' }))
      .thenRejected('target-not-listed', { pointer: '/url' });
  });

  it('only for types there are', () =>
    given()
      .when(register({ unknownTypes: ['ModelForgotten'] }))
      .thenRejected('event-type-unknown', { pointer: '/eventTypes', params: { type: 'ModelForgotten' } }));

  it('once', () => {
    given(registered).when(register()).thenRejected('webhook-registered');
    given(registered, removed).when(register()).thenRejected('webhook-registered');
  });
});

describe('a webhook', () => {
  it('is paused with a reason, and goes on', () => {
    given(registered).when(pause()).then(paused);
    given(registered).when(pause(admin, ' ')).thenRejected('reason-missing', { pointer: '/reason' });
    given(registered, paused).when(pause()).thenRejected('webhook-paused');
    given(registered, paused).when(act('ResumeWebhook', {})).then(resumed);
    given(registered, paused, resumed).when(act('ResumeWebhook', {})).thenRejected('webhook-not-paused');
  });

  it('is paused by the system when its receiver is gone, once', () => {
    given(registered).when(pause(system)).then(paused);
    given(registered, paused).when(pause(system)).thenNothing();
  });

  it('gets a new secret, which is in no event', () =>
    given(registered).when(act('RotateSecret', {})).then({ type: 'WebhookSecretRotated', data: { webhookId } }));

  it('is removed with a reason, for ever', () => {
    given(registered).when(remove()).then(removed);
    given(registered).when(remove('')).thenRejected('reason-missing', { pointer: '/reason' });
    for (const command of [remove(), pause(), replay(), park(), settle()])
      given(registered, removed).when(command).thenRejected('webhook-removed');
  });

  it('must be there', () => given().when(pause()).thenRejected('webhook-missing'));
});

describe('an event the receiver did not take', () => {
  it('is parked with its cause, also while the webhook is paused', () => {
    given(registered).when(park()).then(parked());
    given(registered, paused).when(park()).then(parked());
  });

  it('is parked once', () => given(registered, parked()).when(park()).thenNothing());

  it('is sent again when an administrator asks, and settled when it was taken', () => {
    given(registered, parked()).when(replay('event-1')).then(asked('event-1'));
    given(registered, parked(), asked('event-1')).when(settle()).then(replayed());
    given(registered, parked(), asked('event-1'), replayed()).when(settle()).thenNothing();
  });

  it('is parked anew when it was not taken again', () => {
    given(registered, parked(), asked('event-1')).when(park()).then(parked());
    given(registered, parked(), asked('event-1'), parked()).when(replay('event-1')).then(asked('event-1'));
  });

  it('is asked for once at a time, and only where it is parked', () => {
    given(registered, parked(), asked('event-1')).when(replay('event-1')).thenRejected('delivery-not-parked');
    given(registered, parked()).when(replay('event-2')).thenRejected('delivery-not-parked', { pointer: '/eventIds' });
    given(registered).when(replay()).thenRejected('nothing-parked');
  });
});

describe('all parked events', () => {
  it('are asked for when none is named, but not what is under way', () =>
    given(registered, parked('event-1'), parked('event-2'), parked('event-3'), asked('event-2'))
      .when(replay())
      .then(asked('event-1', 'event-3')));

  it('go a thousand at a time', () => {
    const many = Array.from({ length: REPLAYED_AT_ONCE + 1 }, (_, index) => parked(`event-${index}`));
    const { outcome } = given(registered, ...many).when(replay());
    expect(outcome).toMatchObject({ events: [{ data: { eventIds: { length: REPLAYED_AT_ONCE } } }] });
  });
});

describe('rights', () => {
  it('only an administrator manages webhooks, only the system parks and settles', () => {
    const officer: Actor = { ...admin, role: 'STANDING_BODY_OFFICER' };
    given(registered).when(pause(officer)).thenRejected('role-not-allowed');
    given(registered)
      .when({ ...park(), meta: commandMeta({ actor: admin }) })
      .thenRejected('role-not-allowed');
    given(registered)
      .when({ ...remove(), meta: commandMeta({ actor: system }) })
      .thenRejected('role-not-allowed');
  });

  it('whatever came before, an event never breaks the state', () => {
    for (const event of [paused, resumed, removed, parked(), asked('event-1'), replayed()])
      expect(decider.evolve(decider.initial, recorded(event))).toEqual({ status: 'MISSING' });
  });
});
