import { reporting } from '#domain';
import { isIn, type EventLog, type RecordedIn } from '#event-store';
import { createLiveView, type LiveView } from '#engine';

/** What must be known of every report to oblige none twice and to excuse those of closed units. */
export interface ReportsOwed {
  /** The ids of all reports that were ever obliged. */
  readonly known: ReadonlySet<string>;
  /** The reports nobody has submitted, by id. */
  readonly open: ReadonlyMap<string, { readonly unitId: string; readonly version: number }>;
}

interface Folding extends ReportsOwed {
  readonly known: Set<string>;
  readonly open: Map<string, { readonly unitId: string; readonly version: number }>;
  readonly units: Map<string, string>;
}

/** Folded in place: a copy for each of some ten thousand reports would cost more than the reports. */
export const createReportsOwed = (store: Pick<EventLog, 'readAll'>): LiveView<ReportsOwed> =>
  createLiveView<Folding>({
    store,
    categories: ['report'],
    initial: { known: new Set(), open: new Map(), units: new Map() },
    evolve: (state, event) => (isIn(event, 'report') ? evolve(state, event) : state),
  });

function evolve(state: Folding, event: RecordedIn<'report'>): Folding {
  const { reportId } = event.data;
  if (event.type === 'ReportObliged') {
    state.known.add(reportId);
    state.units.set(reportId, event.data.unitId);
  }
  const status = reporting.statusAfter[event.type];
  if (status === 'same') return state;
  const version = event.type === 'ReportObliged' ? 1 : event.data.version;
  if (reporting.isOneOf(reporting.OWED, status))
    state.open.set(reportId, { unitId: state.units.get(reportId) ?? '', version });
  else state.open.delete(reportId);
  return state;
}
