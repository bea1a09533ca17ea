import type { incident } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, missing } from './entry.ts';

export const INCIDENT_PROBLEMS: Own<incident.IncidentRejection> = {
  'incident-missing': missing('Không có sự cố này.', 'There is no such incident.'),
  'incident-resolved': conflict('Sự cố đã được xử lý.', 'The incident is settled.'),
  'retry-under-way': conflict('Sự cố đang được thử lại.', 'A retry is under way.'),
  'incident-open': conflict('Sự cố chưa được xử lý.', 'The incident is still open.'),
};
