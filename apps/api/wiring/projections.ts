import type { Pool } from 'pg';
import type { Clock } from '#engine';
import type { EventLog } from '#event-store';
import { createPositionWaiter, readPosition, readProjectionStatus, type Projector } from '#read-models';
import type { Projections } from '../http/answer/projections.ts';

/** How far the read models are, told by the projector of this process or read from its checkpoints. */
export const createProjections = (
  { store, pool, clock }: { readonly store: EventLog; readonly pool: Pool; readonly clock: Clock },
  projector: Pick<Projector, 'waitFor' | 'projectionStatus'> | undefined,
): Projections => ({
  waitFor: projector?.waitFor ?? createPositionWaiter(() => readPosition(pool)),
  position: () => readPosition(pool),
  status: () => projector?.projectionStatus() ?? readProjectionStatus({ store, pool }, clock.now()),
});
