import { IdList, OneOf, Text, TextList, YesNo } from '../http/validation/fields.ts';
import { CursorQuery } from '../reading/list-query.ts';

export class NewWebhookBody {
  @Text({ max: 2000, description: 'Where events are posted: one of the addresses the operator allows' }) url: string;
  @TextList({ optional: true, max: 200, each: { max: 100 }, description: 'All types when absent or empty' })
  eventTypes?: readonly string[];
  @OneOf(['NOW', 'FIRST_EVENT'], { optional: true, description: 'Which event is the first; NOW unless told' })
  begin?: 'NOW' | 'FIRST_EVENT';
  @YesNo({ optional: true, description: 'Tell personal data too; otherwise those fields are null' })
  personal?: boolean;
}

export const newWebhookOf = ({ url, eventTypes = [], begin = 'NOW', personal = false }: NewWebhookBody) => ({
  ...{ url, eventTypes, begin },
  ...(personal ? { personal } : {}),
});

export class WebhookReasonBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

export class ReplayBody {
  @IdList({ optional: true, max: 1000, description: 'Events that were set aside; all when absent or empty' })
  eventIds?: readonly string[];
}

export const replayOf = ({ eventIds = [] }: ReplayBody) => ({ eventIds });

export class DeliveriesQuery extends CursorQuery {
  @OneOf(['PARKED'], { optional: true, anyCase: true }) status?: 'PARKED';
}
