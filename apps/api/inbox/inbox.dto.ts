import { OneOf, YesNo } from '../http/validation/fields.ts';

export class DeliveryBody {
  @YesNo({ description: 'Whether reminders are sent by e-mail too; the inbox always gets them' }) email: boolean;
  @OneOf(['vi', 'en'], { description: 'Language of the e-mails' }) language: 'vi' | 'en';
}
