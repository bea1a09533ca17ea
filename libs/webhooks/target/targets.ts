/** An address the operator allows webhooks to go to. */
export interface Target {
  /** Scheme, host and port, e.g. `https://cong.example.vn:8443`. */
  readonly origin: string;
  /** Paths at or below it; empty means all. */
  readonly prefix: string;
  /** It may be an address inside the operator's own network. */
  readonly private: boolean;
}

/** Marks a listed target as one inside the operator's network: `http://10.0.0.5:9000!private`. */
const PRIVATE = '!private';

/**
 * Reads the setting: targets with commas between them, each `https://host[:port][/prefix]`, or `http://…` where the
 * operator says so. Throws with the entry that is wrong.
 */
export const parseTargets = (setting: string | undefined): readonly Target[] =>
  (setting ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(parseTarget);

function parseTarget(entry: string): Target {
  const marked = entry.endsWith(PRIVATE);
  const url = readUrl(marked ? entry.slice(0, -PRIVATE.length) : entry);
  if (!url || url.search !== '')
    throw new Error(
      `KHEO_WEBHOOK_TARGETS: “${entry}” phải có dạng https://host[:port][/prefix][!private]` +
        ` / must be https://host[:port][/prefix][!private]`,
    );
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/u, ''), private: marked };
}

/** The listed target a URL belongs to, or why it may not be one. The first that fits counts. */
export function targetOf(targets: readonly Target[], text: string): Target | 'MALFORMED' | 'NOT_LISTED' {
  const url = readUrl(text);
  if (!url) return 'MALFORMED';
  return targets.find((target) => target.origin === url.origin && isBelow(url.pathname, target.prefix)) ?? 'NOT_LISTED';
}

function readUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url !== undefined && url.username === '' && url.password === '' && !text.includes('#');
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined;
}

/** A hidden slash could lead out of the prefix at a receiver that decodes it, so it counts as outside. */
const isBelow = (path: string, prefix: string): boolean =>
  prefix === '' || ((path === prefix || path.startsWith(`${prefix}/`)) && !/%2f|%5c/iu.test(path));
