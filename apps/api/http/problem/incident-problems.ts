import type { incident } from '#domain';
import { COMMON_PROBLEMS as common } from './common-problems.ts';
import { conflict, missing, type Entry } from './entry.ts';

export const INCIDENT_PROBLEMS: Readonly<Record<incident.IncidentRejection, Entry>> = {
  'role-not-allowed': common['role-not-allowed'],
  'incident-missing': missing('Không có sự cố này.', 'There is no such incident.'),
  'reason-missing': common['reason-missing'],
  'incident-resolved': conflict('Sự cố đã được xử lý.', 'The incident is settled.'),
  'retry-under-way': conflict('Sự cố đang được thử lại.', 'A retry is under way.'),
  'incident-open': conflict('Sự cố chưa được xử lý.', 'The incident is still open.'),
};
