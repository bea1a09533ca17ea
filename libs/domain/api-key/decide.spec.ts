import { ROLES, type Actor } from '../kernel/index.ts';
import { commandMeta, given as givenDecider, recorded } from '../kernel/testing/spec.ts';
import type { ApiKeyCommand } from './commands.ts';
import { decider } from './decide.ts';
import type { ApiKeyEvent } from './events.ts';

const admin: Actor = { personId: 'person-admin', role: 'SYSTEM_ADMIN', unitId: 'unit-province' };

const wanted = { keyId: 'key-1', consumer: 'Kho dữ liệu tỉnh', scopes: ['feed:registration', 'personal'] };
const created: ApiKeyEvent = { type: 'ApiKeyCreated', data: wanted };
const revoked: ApiKeyEvent = { type: 'ApiKeyRevoked', data: { keyId: 'key-1' } };

const create = (actor = admin, scopes: readonly string[] = wanted.scopes): ApiKeyCommand => ({
  ...{ type: 'CreateApiKey', data: { ...wanted, scopes }, facts: {} },
  meta: commandMeta({ actor }),
});
const revoke = (actor = admin): ApiKeyCommand => ({
  ...{ type: 'RevokeApiKey', data: { keyId: 'key-1' }, facts: {} },
  meta: commandMeta({ actor }),
});
const given = (...events: ApiKeyEvent[]) => givenDecider(decider, ...events.map((event) => recorded(event)));

describe('a key of a program', () => {
  it('is made for a consumer, with what it opens', () => given().when(create()).then(created));

  it('opens everything once', () =>
    given()
      .when(create(admin, [...wanted.scopes, 'personal']))
      .then(created));

  it('opens something: personal data of nothing are none', () => {
    for (const scopes of [['personal'], ['personal', 'personal'], []])
      given().when(create(admin, scopes)).thenRejected('scopes-open-nothing', { pointer: '/scopes' });
  });

  it('is not made again, also once it is revoked', () => {
    given(created).when(create()).thenRejected('idempotency-key-reused');
    given(created, revoked).when(create()).thenRejected('idempotency-key-reused');
  });

  it('is revoked', () => given(created).when(revoke()).then(revoked));

  it('that is revoked stays so, however often it is said', () => given(created, revoked).when(revoke()).thenNothing());

  it('of before the log told of keys is revoked all the same, once', () => {
    given().when(revoke()).then(revoked);
    given(revoked).when(revoke()).thenNothing();
  });

  it('is the business of administrators alone', () => {
    for (const role of [...ROLES, 'SYSTEM', 'SELF'] as const) {
      if (role === 'SYSTEM_ADMIN') continue;
      given()
        .when(create({ ...admin, role }))
        .thenRejected('role-not-allowed');
      given(created, revoked)
        .when(revoke({ ...admin, role }))
        .thenRejected('role-not-allowed');
    }
  });
});
