import { OneOf, Text, WholeNumberText, YesNo } from '../http/validation/fields.ts';

export class InboxQuery {
  @WholeNumberText({ optional: true, min: 1, max: 200 }) limit?: number;
  @Text({ optional: true, max: 1000, description: 'Opaque cursor: `next` of the page before' }) after?: string;
}

export class DeliveryBody {
  @YesNo({ description: 'Whether reminders are sent by e-mail too; the inbox always gets them' }) email: boolean;
  @OneOf(['vi', 'en'], { description: 'Language of the e-mails' }) language: 'vi' | 'en';
}
