import type { Rejected } from '#domain';
import type { Answer, Ask } from './ask.ts';
import type { Ports } from './ports.ts';
import type { Rejection } from './rejection.ts';

/**
 * What can be asked of one workflow, and how it is carried out: which stream, which facts of others, which reservations.
 * Every way in goes through it: HTTP, the sample, a test.
 */
export interface UseCase<Asked extends Ask<string, unknown>, Done = Answer, Needed = Ports> {
  /** The same command id is the same command for ever; refusals are answered, breakage is thrown. */
  run(ports: Needed, ask: Asked): Promise<Done | Rejected<Rejection>>;
}
