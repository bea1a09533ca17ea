import type { Rejection } from '#use-cases';
import { API_KEY_PROBLEMS } from './api-key-problems.ts';
import { COMMENDATION_PROBLEMS } from './commendation-problems.ts';
import { COMMON_PROBLEMS } from './common-problems.ts';
import { DECISION_PROBLEMS, NUMBERING_PROBLEMS, RESERVATION_PROBLEMS } from './decision-problems.ts';
import type { ProblemEntry } from './entry.ts';
import { ENGINE_PROBLEMS } from './engine-problems.ts';
import { INCIDENT_PROBLEMS } from './incident-problems.ts';
import { PERSON_PROBLEMS, UNIT_PROBLEMS } from './organization-problems.ts';
import { REGISTRATION_PROBLEMS } from './registration-problems.ts';
import { RECIPIENT_PROBLEMS, REMINDER_PROBLEMS } from './reminding-problems.ts';
import { REPORT_PROBLEMS } from './report-problems.ts';
import { CYCLE_PROBLEMS, REGULATION_PROBLEMS } from './regulation-problems.ts';
import { EVIDENCE_PROBLEMS, SERVICE_PROBLEMS } from './service-problems.ts';
import { WEBHOOK_PROBLEMS } from './webhook-problems.ts';

/** Reason → status and sentences: the only place that knows them. A new reason compiles only with an entry. */
export const REFUSALS: Readonly<Record<Rejection, ProblemEntry>> = {
  ...COMMON_PROBLEMS,
  ...UNIT_PROBLEMS,
  ...PERSON_PROBLEMS,
  ...REGULATION_PROBLEMS,
  ...CYCLE_PROBLEMS,
  ...COMMENDATION_PROBLEMS,
  ...RESERVATION_PROBLEMS,
  ...NUMBERING_PROBLEMS,
  ...DECISION_PROBLEMS,
  ...REGISTRATION_PROBLEMS,
  ...EVIDENCE_PROBLEMS,
  ...INCIDENT_PROBLEMS,
  ...API_KEY_PROBLEMS,
  ...WEBHOOK_PROBLEMS,
  ...REPORT_PROBLEMS,
  ...REMINDER_PROBLEMS,
  ...RECIPIENT_PROBLEMS,
  ...ENGINE_PROBLEMS,
  ...SERVICE_PROBLEMS,
};
