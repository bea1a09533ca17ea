import type { webhook } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, missing, rule } from './entry.ts';

export const WEBHOOK_PROBLEMS: Own<webhook.WebhookRejection> = {
  'webhook-missing': missing('Không có webhook này.', 'There is no such webhook.'),
  'webhook-removed': conflict('Webhook đã bị gỡ bỏ.', 'The webhook was removed.'),
  'webhook-registered': conflict('Webhook này đã có.', 'The webhook is registered already.'),
  'webhook-paused': conflict('Webhook đang tạm dừng.', 'The webhook is paused.'),
  'webhook-not-paused': conflict('Webhook không tạm dừng.', 'The webhook is not paused.'),
  'target-malformed': rule(
    'Địa chỉ phải là URL http hoặc https, không kèm tên đăng nhập, mật khẩu hay phần sau dấu #.',
    'The address is an http or https URL without user name, password and fragment.',
  ),
  'target-not-listed': rule(
    'Địa chỉ này không có trong danh sách được phép (KHEO_WEBHOOK_TARGETS).',
    'The address is not among those that are allowed (KHEO_WEBHOOK_TARGETS).',
  ),
  'event-type-unknown': rule(
    'Webhook không báo loại sự kiện này: {type}.',
    'No webhook is told of this event type: {type}.',
  ),
  'delivery-not-parked': conflict(
    'Sự kiện này không nằm trong số chờ gửi lại.',
    'The event is not among those that were set aside.',
  ),
  'nothing-parked': conflict('Không có sự kiện nào chờ gửi lại.', 'Nothing was set aside.'),
};
