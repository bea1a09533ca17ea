import { createReactionFailures } from '#use-cases';
import type { Ports } from '../commands/ports.ts';

/** What fails is the handing out of a file. */
const HANDING_OUT = 'hand-out-evidence';

/** Opens an incident for a file that no longer has its hash; one that is open stays the one. */
export const recordAltered = async (ports: Ports, evidenceId: string): Promise<void> => {
  const stream = `evidence-${evidenceId}`;
  const [added] = await ports.store.readStream(stream, { from: 0, limit: 1 });
  if (added === undefined) return;
  const failures = createReactionFailures(ports);
  const known = (await failures.blocked(HANDING_OUT)).find((one) => one.stream === stream);
  const { revision, position, id: eventId, type: eventType } = added;
  const failure = { reaction: HANDING_OUT, stream, revision, position, eventId, eventType };
  await failures.record({ ...failure, cause: 'the file is gone or does not have its SHA-256', attempts: 1 }, known);
};
