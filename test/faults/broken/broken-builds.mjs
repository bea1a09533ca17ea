// Builds that break a promise, made from the sources while they are loaded: what fails there is a true test.
const APPEND = 'const result = await tools.persist(() => tools.store.append(request.stream, expected, events));';

const LATER = `
  const late = () => void tools.persist(() => tools.store.append(request.stream, expected, events)).catch(() => undefined);
  setTimeout(late, 100);
  const revision = loaded.revision + events.length;
  const result = { kind: 'appended', revision, position: 0, repeated: false } as const;`;

const DECIDE_ONCE = '/libs/engine/decide-once.ts';

const builds = {
  /** Answers first and stores afterwards. */
  'acknowledges-first': [[DECIDE_ONCE, APPEND, LATER]],
  /** Knows no command again: neither looks its id up nor derives the events' ids from it. */
  'forgets-commands': [
    [DECIDE_ONCE, 'if (!recorded) return undefined;', 'if (recorded !== null) return undefined;'],
    [DECIDE_ONCE, 'id: eventId(commandId, index),', 'id: eventId(commandId, index + Math.random()),'],
  ],
  /** Takes an id that is in the log already for its own, whatever was said under it. */
  'trusts-repeats': [[DECIDE_ONCE, 'result.repeated ? asRecorded() : done(', 'done(']],
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
