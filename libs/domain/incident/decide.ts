import { accept, decideBy, reject, type Outcome, type StateFor } from '../kernel/index.ts';
import type { IncidentCommand, IncidentRejection, RaiseIncident, ResolveIncident, RetryIncident } from './commands.ts';
import type { IncidentEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, type IncidentState } from './state.ts';

type Answer = Outcome<IncidentEvent, IncidentRejection>;
type In<Type extends IncidentCommand['type']> = StateFor<typeof transitions, IncidentState, Type>;

export const decide = decideBy<IncidentCommand, IncidentEvent, IncidentState, IncidentRejection, typeof transitions>({
  rights,
  transitions,
  before: (command, state) => (isDone(command, state) ? accept() : undefined),
  notAllowed: ({ status }) => reject(status === 'MISSING' ? 'incident-missing' : 'incident-resolved'),
  decisions: {
    RaiseIncident: (command, state) => raise(command, state),
    RetryIncident: (command, state) => retry(command, state),
    ResolveIncident: (command, state) => resolve(command, state),
    ReleaseStream: (_command, state) => release(state),
  },
});

/** Stream `incident-<incidentId>`. */
export const decider = { initial, evolve, decide };

/** Reactions may say everything twice: an incident that is settled is not raised again, nor a stream released twice. */
const isDone = ({ type }: IncidentCommand, { status }: IncidentState): boolean =>
  (type === 'RaiseIncident' && (status === 'RESOLVED' || status === 'RELEASED')) ||
  (type === 'ReleaseStream' && status === 'RELEASED');

/** An incident that waits for people is not raised twice: only a retry that failed opens it anew. */
const raise = ({ data }: RaiseIncident, state: In<'RaiseIncident'>): Answer => {
  const earlier = state.status === 'OPEN' ? state.known.attempts : 0;
  if (state.status === 'OPEN' && !state.retryAsked) return accept();
  const { incidentId, failure } = data;
  return accept({ type: 'IncidentRaised', data: { incidentId, ...failure, attempts: earlier + failure.attempts } });
};

const retry = ({ data }: RetryIncident, state: In<'RetryIncident'>): Answer => {
  if (state.retryAsked) return reject('retry-under-way');
  if (data.reason.trim() === '') return reject('reason-missing', { pointer: '/reason' });
  return accept({ type: 'IncidentRetried', data: { incidentId: state.known.incidentId, reason: data.reason } });
};

const resolve = ({ data }: ResolveIncident, state: In<'ResolveIncident'>): Answer => {
  if (data.reason.trim() === '') return reject('reason-missing', { pointer: '/reason' });
  return accept({ type: 'IncidentResolved', data: { incidentId: state.known.incidentId, reason: data.reason } });
};

const release = (state: In<'ReleaseStream'>): Answer => {
  if (state.status === 'OPEN' && !state.retryAsked) return reject('incident-open');
  const { incidentId, reaction, stream } = state.known;
  const released: IncidentEvent = { type: 'StreamReleased', data: { incidentId, reaction, stream } };
  if (state.status === 'RESOLVED') return accept(released);
  return accept<IncidentEvent>({ type: 'IncidentResolved', data: { incidentId, reason: HANDLED } }, released);
};

const HANDLED = 'Đã xử lý được khi thử lại / Handled when it was tried again';
