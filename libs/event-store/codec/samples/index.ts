import type { EventType } from '#domain';
import { commendationSamples } from './commendation.ts';
import type { Samples } from './common.ts';
import { decisionSamples } from './decision.ts';
import { organizationSamples } from './organization.ts';
import { registrationSamples } from './registration.ts';
import { regulationSamples } from './regulation.ts';
import { reminderSamples, reportSamples } from './report.ts';
import { upkeepSamples } from './upkeep.ts';

/** One example of every event in its current version: does not compile while one is missing or has another shape. */
export const samples: Samples<EventType> = {
  ...organizationSamples,
  ...regulationSamples,
  ...registrationSamples,
  ...decisionSamples,
  ...commendationSamples,
  ...reportSamples,
  ...reminderSamples,
  ...upkeepSamples,
};
