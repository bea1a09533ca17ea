// Builds that break a promise, made from the sources while they are loaded: what fails there is a true test.
const APPEND = 'const result = await tools.persist(() => tools.store.append(request.stream, expected, events));';

const LATER = `
  const late = () => void tools.persist(() => tools.store.append(request.stream, expected, events)).catch(() => undefined);
  setTimeout(late, 100);
  const revision = loaded.revision + events.length;
  const result = { kind: 'appended', revision, position: 0, repeated: false } as const;`;

const DECIDE_ONCE = '/libs/engine/decide-once.ts';

/** Each command lingers between reading its stream and appending: two that come at once meet, whatever the machine does. */
const LINGERS = [
  DECIDE_ONCE,
  'const command = await request.prepare(loaded);',
  `await new Promise((wake) => setTimeout(wake, 50 + Math.random() * 100));
  const command = await request.prepare(loaded);`,
];

const DELIVERY = '/libs/reminders/delivery/delivery.ts';

/**
 * For each: the files that are changed, what in them, and into what.
 * @public Read by the test that holds each to what it breaks.
 */
export const builds = {
  /** Answers first and stores afterwards. */
  'acknowledges-first': [[DECIDE_ONCE, APPEND, LATER]],
  /** Knows no command again: neither looks its id up nor derives the events' ids from it. */
  'forgets-commands': [
    [DECIDE_ONCE, 'if (!recorded) return undefined;', 'if (recorded !== null) return undefined;'],
    [DECIDE_ONCE, 'id: eventId(commandId, index),', 'id: eventId(commandId, index + Math.random()),'],
  ],
  /** Takes an id that is in the log already for its own, whatever was said under it. */
  'trusts-repeats': [LINGERS, [DECIDE_ONCE, 'result.repeated ? asRecorded() : done(', 'done(']],
  /** Tells EventStoreDB nothing of what it believes of a stream. */
  'expects-anything': [
    LINGERS,
    [
      '/libs/event-store/eventstoredb/appender.ts',
      "expectedRevision: expected === 'no-stream' ? NO_STREAM : BigInt(expected),",
      "expectedRevision: 'any',",
    ],
  ],
  /** Keeps no row of a rung that was handled: each sweep plans it anew. Its table is without a key: see the test. */
  'plans-again': [
    [
      '/libs/reminders/outbox/rungs.ts',
      'WHERE duty_id = ANY($1) AND due_on = $2\nUNION',
      'WHERE duty_id = ANY($1) AND due_on <> $2\nUNION',
    ],
    [
      '/libs/reminders/outbox/gather.ts',
      "JSON.stringify(['message', due_on,",
      "JSON.stringify(['message', Math.random(), due_on,",
    ],
  ],
  /** Sweeps although another sweep is under way. */
  'sweeps-at-once': [['/libs/postgres/locks.ts', 'if (!rows[0]?.free) return undefined;', '']],
  /** Notes a mail as sent before it hands it over. */
  'notes-first': [
    [
      DELIVERY,
      'const outcome = await sendMail(options, message, mail);',
      `await close([ended(message, SENT, checkedPosition)]);
       const outcome = await sendMail(options, message, mail);`,
    ],
  ],
  /** Hands over what was owed when it was planned. */
  'never-looks': [[DELIVERY, 'options.stillOwed(row).catch(', 'Promise.resolve(true).catch(']],
  /** A copy that is run again takes the place behind the last event for the next one's. */
  'goes-on-too-late': [
    ['/libs/event-store/copy/copy-log.ts', 'return { there, after };', 'return { there, after: after + 1 };'],
  ],
};

/** The source of a file in the build that `KHEO_BROKEN_BUILD` names; without it, as it is. */
export function broken(file, source) {
  const name = process.env.KHEO_BROKEN_BUILD;
  if (name === undefined) return source;
  const changes = builds[name].filter(([suffix]) => file.endsWith(suffix));
  return changes.reduce((text, [, from, to]) => {
    if (!text.includes(from)) throw new Error(`${file} holds no "${from}" to break any more`);
    return text.replace(from, to);
  }, source);
}
