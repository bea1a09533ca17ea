import fc from 'fast-check';
import { commandMeta, given, recorded } from '../kernel/testing/spec.ts';
import type { ReleaseKey, ReservationCommand, ReserveKey } from './commands.ts';
import { decide, decider } from './decide.ts';
import type { ReservationEvent } from './events.ts';
import { initial } from './state.ts';

const reserve = (holder: string, holderAlive = true): ReserveKey => ({
  type: 'ReserveKey',
  data: { key: 'k', holder },
  facts: { holderAlive },
  meta: commandMeta(),
});
const release = (holder: string, reason = 'rút đề nghị'): ReleaseKey => ({
  type: 'ReleaseKey',
  data: { key: 'k', holder, reason },
  facts: {},
  meta: commandMeta(),
});
const reserved = (holder: string): ReservationEvent => ({ type: 'KeyReserved', data: { key: 'k', holder } });
const released = (holder: string, reason = 'rút đề nghị'): ReservationEvent => ({
  type: 'KeyReleased',
  data: { key: 'k', holder, reason },
});
const history = (...events: readonly ReservationEvent[]) => given(decider, ...events.map((event) => recorded(event)));

describe('a key', () => {
  it('goes to the first who asks', () => {
    history().when(reserve('a')).then(reserved('a'));
  });

  it('stays with its holder, who may ask again', () => {
    history(reserved('a')).when(reserve('a')).thenNothing();
  });

  it('is refused to anybody else, who is told who holds it', () => {
    history(reserved('a'))
      .when(reserve('b'))
      .thenRejected('key-taken', { params: { holder: 'a' } });
  });

  it('passes on when its holder turned out dead', () => {
    history(reserved('a')).when(reserve('b', false)).then(released('a', 'holder-gone'), reserved('b'));
  });

  it('is free again once released', () => {
    history(reserved('a')).when(release('a')).then(released('a'));
    history(reserved('a'), released('a')).when(reserve('b')).then(reserved('b'));
  });

  it('is not released by somebody who does not hold it', () => {
    history().when(release('a')).thenNothing();
    history(reserved('a')).when(release('b')).thenNothing();
  });

  it('is not released without a reason', () => {
    history(reserved('a')).when(release('a', ' ')).thenRejected('text-required', { pointer: '/reason' });
  });

  it('has one holder at a time, whoever asks in whatever order', () => {
    const holder = fc.constantFrom('a', 'b', 'c');
    const command: fc.Arbitrary<ReservationCommand> = fc.oneof(
      fc.tuple(holder, fc.boolean()).map(([who, alive]) => reserve(who, alive)),
      holder.map((who) => release(who)),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let state = initial;
        let held: string | undefined;
        for (const each of commands) {
          const outcome = decide(each, state);
          for (const event of outcome.kind === 'accepted' ? outcome.events : []) {
            expect(held === undefined).toBe(event.type === 'KeyReserved');
            held = event.type === 'KeyReserved' ? event.data.holder : undefined;
            state = decider.evolve(state, recorded(event));
          }
          const repeated = decide(each, state);
          if (outcome.kind === 'accepted') expect(repeated).toEqual({ kind: 'accepted', events: [] });
        }
      }),
    );
  });
});
