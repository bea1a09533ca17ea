import { commandHash } from './command-hash.ts';
import { adjustableClock, systemClock } from './clock.ts';
import { deriveId, eventId } from './ids.ts';

describe('ids', () => {
  const command = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

  it('are the same for the same command and place, and are UUIDs of version 5', () => {
    expect(eventId(command, 0)).toBe(eventId(command.toUpperCase(), 0));
    expect(eventId(command, 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(eventId(command, 0)).toBe('60ab14f3-1c83-5e82-bb7a-8eeddd7b0b77');
    expect(deriveId(command, 'registration')).toBe('490fe0ce-3f9d-563c-b7c7-a92d4f73ceea');
  });

  it('differ between events, names and purposes', () => {
    const ids = [eventId(command, 0), eventId(command, 1), deriveId(command, '0'), deriveId(command, 'x')];
    expect(new Set(ids).size).toBe(4);
  });
});

describe('the hash of a command', () => {
  it('does not depend on the order of its fields, at any depth', () => {
    expect(commandHash({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(commandHash({ b: { c: [1, 2] }, a: 1 }));
  });

  it('depends on every value and on the order of a list', () => {
    expect(commandHash({ a: [1, 2] })).not.toBe(commandHash({ a: [2, 1] }));
    expect(commandHash({ a: 1 })).not.toBe(commandHash({ a: '1' }));
    expect(commandHash(undefined)).toBe(commandHash(null));
  });
});

describe('clocks', () => {
  it('the adjustable one stands still until told', () => {
    const clock = adjustableClock('2026-03-02T01:30:00.000Z');
    expect([clock.now(), clock.now()]).toEqual(['2026-03-02T01:30:00.000Z', '2026-03-02T01:30:00.000Z']);
    clock.advance(90_000);
    expect(clock.now()).toBe('2026-03-02T01:31:30.000Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now()).toBe('2027-01-01T00:00:00.000Z');
    expect(() => clock.set('tomorrow')).toThrow(RangeError);
  });

  it('the machine’s one answers in UTC with milliseconds', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
