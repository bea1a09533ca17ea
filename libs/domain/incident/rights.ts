import type { Rights } from '../kernel/index.ts';
import type { IncidentCommand } from './commands.ts';

/** Who may do what with incidents. Reactions raise and release; the administrator of the system settles them. */
export const rights: Rights<IncidentCommand> = {
  RaiseIncident: ['SYSTEM'],
  RetryIncident: ['SYSTEM_ADMIN'],
  ResolveIncident: ['SYSTEM_ADMIN'],
  ReleaseStream: ['SYSTEM'],
};
