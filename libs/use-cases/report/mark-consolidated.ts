import { asSystem, reporting, type Owed, type Rejected } from '#domain';
import type { EventLog, RecordedEvent } from '#event-store';
import {
  type Clock,
  type Done,
  type Engine,
  inChunks,
  owedBody,
  owedMeta,
  answerOrThrow,
  type Reaction,
  stateAt,
} from '#engine';

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
  { engine, clock }: ConsolidationOptions,
  cause: RecordedEvent,
  intoReportId: string,
  { reportId, version }: Included,
): Promise<void> {
  const owed: Owed<'MarkConsolidated', reporting.MarkConsolidated['data']> = {
    stream: `report-${reportId}`,
    key: `consolidated:${reportId}`,
    actor: asSystem(cause.meta.actor),
    type: 'MarkConsolidated',
    data: { intoReportId, version },
  };
  const meta = owedMeta(cause, owed, clock);
  const answer: Done | Rejected = answerOrThrow(
    await engine.run({
      stream: owed.stream,
      commandId: meta.commandId,
      body: owedBody(owed),
      decider: reporting.decider,
      prepare: (): reporting.MarkConsolidated => ({ type: owed.type, data: owed.data, facts: {}, meta }),
    }),
  );
  if (answer.kind === 'rejected') throw new Error(`the report ${reportId} was not marked: ${answer.reason}`);
}
