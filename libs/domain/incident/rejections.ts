/** Why a command on an incident is refused. */
export type IncidentRejection =
  | 'role-not-allowed'
  | 'incident-missing'
  | 'reason-missing'
  /** It is settled; nothing more can be done about it. */
  | 'incident-resolved'
  /** A retry was asked for and has not been tried yet. */
  | 'retry-under-way'
  /** The stream waits until the incident is retried or resolved. */
  | 'incident-open';
