import { commandMeta, given as givenDecider, recorded } from '../../kernel/testing/spec.ts';
import { decider, type ChooseDelivery } from './decide.ts';
import type { RecipientEvent } from './events.ts';

const lan = { personId: 'person-lan', role: 'UNIT_OFFICER', unitId: 'unit-commune' } as const;
const noMail = { personId: 'person-lan', email: false, language: 'vi' } as const;

const chosen = (change: Partial<RecipientEvent['data']> = {}): RecipientEvent => ({
  type: 'DeliveryChosen',
  data: { ...noMail, ...change },
});
const choose = (allowed = true, actor: ChooseDelivery['meta']['actor'] = lan): ChooseDelivery => ({
  type: 'ChooseDelivery',
  data: noMail,
  facts: { allowed },
  meta: commandMeta({ actor }),
});
const given = (...events: RecipientEvent[]) => givenDecider(decider, ...events.map((event) => recorded(event)));

describe('a person who is reminded', () => {
  it('switches their e-mail off', () => given().when(choose()).then(chosen()));

  it('choosing the same again changes nothing', () => given(chosen()).when(choose()).thenNothing());

  it('may change their mind', () => {
    given(chosen({ email: true }))
      .when(choose())
      .then(chosen());
    given(chosen({ language: 'en' }))
      .when(choose())
      .then(chosen());
    given(chosen(), chosen({ email: true }))
      .when(choose())
      .then(chosen());
  });

  it('chooses for nobody else', () =>
    given()
      .when(choose(true, { ...lan, personId: 'person-hoa' }))
      .thenRejected('not-yourself', { pointer: '/personId' }));

  it('chooses nothing where the regulation lets nobody choose', () =>
    given().when(choose(false)).thenRejected('settings-not-allowed'));

  it('is a person', () =>
    given()
      .when(choose(true, { ...lan, role: 'SYSTEM' }))
      .thenRejected('role-not-allowed'));
});
