import type { apiKey, evidence, incident, reading, reservation, webhook } from '#domain';
import { ids, type Samples } from './common.ts';

const incidentId = ids.other;
const webhookId = ids.other;
const stream = `decision-${ids.decision}`;

export const upkeepSamples: Samples<
  (
    | reservation.ReservationEvent
    | evidence.EvidenceEvent
    | incident.IncidentEvent
    | webhook.WebhookEvent
    | apiKey.ApiKeyEvent
    | reading.ReadingEvent
  )['type']
> = {
  KeyReserved: { key: 'tên mô hình|hien dat mo duong', holder: `registration-${ids.registration}` },
  KeyReleased: {
    key: 'tên mô hình|hien dat mo duong',
    holder: `registration-${ids.registration}`,
    reason: 'Đã rút đăng ký',
  },
  EvidenceAdded: {
    evidenceId: ids.other,
    unitId: ids.unit,
    kind: 'PHOTO',
    fileName: 'đường mới.jpg',
    mediaType: 'image/jpeg',
    size: 204_800,
    sha256: 'c4'.repeat(32),
  },
  IncidentRaised: {
    incidentId,
    reaction: 'apply-decision',
    stream,
    revision: 2,
    position: 731,
    eventId: ids.model,
    eventType: 'DecisionIssued',
    cause: 'Error: out of reach',
    attempts: 5,
  },
  IncidentRetried: { incidentId, reason: 'Đã sửa nguyên nhân' },
  IncidentResolved: { incidentId, reason: 'Xử lý bằng tay' },
  StreamReleased: { incidentId, reaction: 'apply-decision', stream },
  WebhookRegistered: {
    webhookId,
    url: 'https://cong.example.vn/su-kien',
    eventTypes: ['ModelRecognized', 'RecognitionRevoked'],
    begin: 'NOW',
  },
  WebhookPaused: { webhookId, reason: 'Bên nhận bảo trì' },
  WebhookResumed: { webhookId },
  WebhookRemoved: { webhookId, reason: 'Bên nhận ngừng dùng' },
  WebhookSecretRotated: { webhookId },
  WebhookDeliveryParked: {
    webhookId,
    eventId: ids.model,
    eventType: 'ModelRecognized',
    stream: `registration-${ids.registration}`,
    revision: 9,
    cause: 'answered 500',
    attempts: 8,
  },
  WebhookReplayAsked: { webhookId, eventIds: [ids.model] },
  WebhookDeliveryReplayed: { webhookId, eventId: ids.model },
  ApiKeyCreated: { keyId: ids.other, consumer: 'Kho dữ liệu tỉnh', scopes: ['feed:registration', 'personal'] },
  ApiKeyRevoked: { keyId: ids.other },
  ListExported: { personId: ids.person, list: 'people', filter: '{"q":"Hoa"}', rows: 12, position: 731 },
  FeedRead: { personId: ids.person },
};
