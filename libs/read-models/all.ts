import { commendationBookProjection } from './commendation-book/projection.ts';
import { decisionBookProjection } from './decision-book/projection.ts';
import { dutiesProjection } from './duties/projection.ts';
import type { Projection } from './projection.port.ts';
import { registerProjection } from './register/projection.ts';
import { reminderHistoryProjection } from './reminder-history/projection.ts';
import { reportBoardProjection } from './report-board/projection.ts';
import { rulesProjection } from './rules/projection.ts';
import { sightProjection } from './sight/projection.ts';
import { statisticsProjection } from './statistics/projection.ts';
import { tasksProjection } from './tasks/projection.ts';
import { timelineProjection } from './timeline/projection.ts';
import { unitsProjection } from './units/projection.ts';

/** Every read model there is. */
export const allProjections: readonly Projection[] = [
  registerProjection,
  timelineProjection,
  decisionBookProjection,
  commendationBookProjection,
  statisticsProjection,
  tasksProjection,
  unitsProjection,
  rulesProjection,
  reportBoardProjection,
  dutiesProjection,
  reminderHistoryProjection,
  sightProjection,
];
