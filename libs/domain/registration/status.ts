/** The life of a registration. `NONE`: nothing was drafted yet. */
export const STATUSES = [
  'NONE',
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'DECLINED',
  'REGISTERED',
  'IN_PROGRESS',
  'RECOGNITION_REQUESTED',
  'SUPPLEMENT_REQUIRED',
  'UNDER_APPRAISAL',
  'APPRAISED',
  'RECOGNIZED',
  'NOT_RECOGNIZED',
  'WITHDRAWN',
  'DISCONTINUED',
  'REVOKED',
] as const;

export type Status = (typeof STATUSES)[number];
