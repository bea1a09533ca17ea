import { asSystem, reporting, type FollowUp } from '#domain';
import type { EventLog, RecordedEvent } from '#event-store';
import { inChunks, runFollowUp, stateAt, type Clock, type Engine, type Reaction } from '#engine';

export interface ConsolidationOptions {
  readonly engine: Engine;
  readonly store: Pick<EventLog, 'readStream'>;
  readonly clock: Clock;
}

/** Reports told at the same time. */
const CHUNK = 64;

/**
 * A consolidation is a draft until its report is submitted: then each report that went into it is marked as
 * consolidated, once. One that was returned or reopened meanwhile stays as it is.
 */
export const markConsolidated = (options: ConsolidationOptions): Reaction => ({
  name: 'mark-consolidated',
  categories: ['report'],
  async handle(event) {
    if (event.type !== 'ReportSubmitted') return;
    const state = await stateAt(options.store, event, reporting.decider);
    if (state.status !== 'SUBMITTED' || state.consolidation === undefined) return;
    const { reportId, consolidation } = state;
    await inChunks(consolidation.included, CHUNK, (child) => mark(options, event, reportId, child));
  },
});

type Included = reporting.LastConsolidation['included'][number];

async function mark(
  options: ConsolidationOptions,
  cause: RecordedEvent,
  intoReportId: string,
  { reportId, version }: Included,
): Promise<void> {
  const followUp: FollowUp<'MarkConsolidated', reporting.MarkConsolidated['data']> = {
    stream: `report-${reportId}`,
    key: `consolidated:${reportId}`,
    actor: asSystem(cause.meta.actor),
    type: 'MarkConsolidated',
    data: { intoReportId, version },
  };
  const answer = await runFollowUp(options, cause, followUp, reporting.decider, () => Promise.resolve({}));
  if (answer.kind === 'rejected') throw new Error(`the report ${reportId} was not marked: ${answer.reason}`);
}
