import { accept, reject, type Outcome } from '../kernel/index.ts';
import type { IncidentCommand, RaiseIncident, ResolveIncident, RetryIncident } from './commands.ts';
import type { IncidentEvent } from './events.ts';
import type { IncidentRejection } from './rejections.ts';
import { rights } from './rights.ts';
import type { IncidentState } from './state.ts';

type Answer = Outcome<IncidentEvent, IncidentRejection>;

export const decide = (command: IncidentCommand, state: IncidentState): Answer => {
  if (!rights[command.type].includes(command.meta.actor.role)) return reject('role-not-allowed');
  switch (command.type) {
    case 'RaiseIncident':
      return raise(command, state);
    case 'RetryIncident':
      return retry(command, state);
    case 'ResolveIncident':
      return resolve(command, state);
    case 'ReleaseStream':
      return release(state);
  }
};

/** An incident that waits for people is not raised twice: only a retry that failed opens it anew. */
const raise = ({ data }: RaiseIncident, state: IncidentState): Answer => {
  const earlier = state.status === 'OPEN' ? state.known.attempts : 0;
  if (state.status !== 'MISSING' && !(state.status === 'OPEN' && state.retryAsked)) return accept();
  const { incidentId, failure } = data;
  return accept({ type: 'IncidentRaised', data: { incidentId, ...failure, attempts: earlier + failure.attempts } });
};

const retry = ({ data }: RetryIncident, state: IncidentState): Answer => {
  if (state.status === 'MISSING') return reject('incident-missing');
  if (state.status !== 'OPEN') return reject('incident-resolved');
  if (state.retryAsked) return reject('retry-under-way');
  if (data.reason.trim() === '') return reject('reason-missing', { pointer: '/reason' });
  return accept({ type: 'IncidentRetried', data: { incidentId: state.known.incidentId, reason: data.reason } });
};

const resolve = ({ data }: ResolveIncident, state: IncidentState): Answer => {
  if (state.status === 'MISSING') return reject('incident-missing');
  if (state.status !== 'OPEN') return reject('incident-resolved');
  if (data.reason.trim() === '') return reject('reason-missing', { pointer: '/reason' });
  return accept({ type: 'IncidentResolved', data: { incidentId: state.known.incidentId, reason: data.reason } });
};

const release = (state: IncidentState): Answer => {
  if (state.status === 'MISSING') return reject('incident-missing');
  if (state.status === 'RELEASED') return accept();
  if (state.status === 'OPEN' && !state.retryAsked) return reject('incident-open');
  const { incidentId, reaction, stream } = state.known;
  const released: IncidentEvent = { type: 'StreamReleased', data: { incidentId, reaction, stream } };
  if (state.status === 'RESOLVED') return accept(released);
  return accept<IncidentEvent>({ type: 'IncidentResolved', data: { incidentId, reason: HANDLED } }, released);
};

const HANDLED = 'Đã xử lý được khi thử lại / Handled when it was tried again';
