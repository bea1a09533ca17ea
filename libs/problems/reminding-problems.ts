import type { reminding } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, forbidden, rule } from './entry.ts';

export const REMINDER_PROBLEMS: Own<reminding.ReminderRejection> = {
  'reminder-not-failed': conflict(
    'Tin nhắc này không bị dừng, hoặc đang được gửi lại.',
    'The message was not given up, or is being tried again.',
  ),
};

export const RECIPIENT_PROBLEMS: Own<reminding.RecipientRejection> = {
  'not-yourself': forbidden('Chỉ chính mình mới chọn cách nhận tin nhắc.', 'Everybody chooses for themselves only.'),
  'settings-not-allowed': rule(
    'Quy định không cho phép tự chọn cách nhận tin nhắc.',
    'The regulation does not let people choose how they are reminded.',
  ),
};
