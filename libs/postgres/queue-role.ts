/** Acts on the queue's schema and on nothing else: not on the log, the read models, or who may sign in. */
export const QUEUE_ROLE = 'kheo_queue';

/** BullMQ looks for its tables here when it is given a pool. */
export const QUEUE_SCHEMA = 'bullmq';

/** `SET ROLE` applies no settings of a role, so each session brings its own. */
const SETTINGS = {
  role: QUEUE_ROLE,
  search_path: QUEUE_SCHEMA,
  // What a crash takes from the queue the outbox still knows.
  synchronous_commit: 'off',
  statement_timeout: '30000',
  idle_in_transaction_session_timeout: '30000',
};

/** The same URL, signed in to act as {@link QUEUE_ROLE}, whatever role it named before. */
export function asQueueRole(url: string): string {
  const parsed = new URL(url);
  const ours = new RegExp(`-c\\s*(${Object.keys(SETTINGS).join('|')})=\\S+`, 'g');
  const others = (parsed.searchParams.get('options') ?? '').replaceAll(ours, '').trim();
  const options = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  parsed.searchParams.set('options', [others, ...options].join(' ').trim());
  parsed.searchParams.set('application_name', QUEUE_ROLE);
  parsed.search = parsed.search.replaceAll('+', '%20'); // libpq takes a plus for a plus
  return parsed.href;
}
