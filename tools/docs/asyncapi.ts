import { answerSchemas } from '#contracts';
import type { DescribedEvent } from './event-schemas.ts';
import type { Page } from './page.ts';

const ref = (to: string): { readonly $ref: string } => ({ $ref: `#/${to}` });

/** The AsyncAPI document of the feed and of webhooks: a message for each event type and version. */
export function asyncApiFile(events: readonly DescribedEvent[]): Page {
  return {
    path: 'libs/contracts/asyncapi/asyncapi.json',
    content: `${JSON.stringify(asyncApi(events), null, 2)}\n`,
  };
}

function asyncApi(events: readonly DescribedEvent[]): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Khéo',
      version: '1',
      description:
        'Sự kiện cho chương trình khác: dòng sự kiện và webhook. · Events for other programs: feed and webhooks.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      kheo: {
        host: '{host}',
        protocol: 'https',
        variables: { host: { default: 'localhost:3000' } },
        security: [ref('components/securitySchemes/apiKey')],
      },
    },
    channels: channels(events.map(nameOf)),
    operations,
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description:
            'Khóa API có quyền `feed` hoặc `feed:<loại>`; thêm `personal` để nhận dữ liệu cá nhân, nếu không các trường ấy là null · An API key with the scope `feed` or `feed:<category>`; with `personal` too for personal data, without it those fields are null',
        },
      },
      messages: { ...ownMessages, ...Object.fromEntries(events.flatMap(messagesFor)) },
      schemas: {
        FeedPage: answerSchemas['FeedPage'],
        FeedEvent: feedEvent(),
        WebhookHeaders: webhookHeaders,
        ...Object.fromEntries(events.map((event) => [nameOf(event), placed(event)])),
      },
    },
  };
}

const nameOf = ({ type, version }: DescribedEvent): string => `${type}.v${version}`;

const whole = (minimum: number, maximum?: number): object => ({
  type: 'integer',
  minimum,
  ...(maximum === undefined ? {} : { maximum }),
});
const feedQuery = { type: 'object', properties: { after: whole(0), limit: whole(1, 1000), wait: whole(0, 30) } };
const streamQuery = { type: 'object', properties: { after: whole(0) } };

function channels(names: readonly string[]): object {
  const messagesOf = (prefix: string): object =>
    Object.fromEntries(names.map((name) => [name, ref(`components/messages/${prefix}.${name}`)]));
  return {
    feed: {
      address: '/api/feed',
      description:
        'Nhật ký theo trang, từ sự kiện đầu tiên; `wait` để chờ sự kiện mới. · The log in pages from its first event; `wait` is a long poll.',
      servers: [ref('servers/kheo')],
      messages: { page: ref('components/messages/page') },
    },
    stream: {
      address: '/api/feed/stream',
      description:
        'Nhật ký theo dòng chảy (server-sent events). `id` là vị trí; nối tiếp bằng Last-Event-ID. Đầu tiên là `event: epoch`. · The log as server-sent events. `id` is the position; go on with Last-Event-ID. `event: epoch` comes first.',
      servers: [ref('servers/kheo')],
      messages: { epoch: ref('components/messages/epoch'), ...messagesOf('feed') },
    },
    webhook: {
      address: null,
      description:
        'POST đến địa chỉ của bên nhận, ký theo Standard Webhooks. · POST to the address of the receiver, signed as in Standard Webhooks.',
      messages: messagesOf('webhook'),
    },
  };
}

const operations = {
  sendPage: {
    action: 'send',
    channel: ref('channels/feed'),
    bindings: { http: { method: 'GET', query: feedQuery, bindingVersion: '0.3.0' } },
  },
  sendEvents: {
    action: 'send',
    channel: ref('channels/stream'),
    bindings: { http: { method: 'GET', query: streamQuery, bindingVersion: '0.3.0' } },
  },
  sendWebhook: {
    action: 'send',
    channel: ref('channels/webhook'),
    bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
  },
};

const webhookHeaders = {
  type: 'object',
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  properties: {
    'webhook-id': { type: 'string', description: 'Như nhau khi gửi lại · The same whenever it is sent again' },
    'webhook-timestamp': { type: 'string', pattern: '^[0-9]+$', description: 'Giây từ 1970 · Seconds since 1970' },
    'webhook-signature': {
      type: 'string',
      description: '`v1,` và HMAC-SHA-256 dạng base64 của `id.timestamp.body` · and the base64 HMAC-SHA-256 of it',
    },
  },
};

const ownMessages = {
  page: { name: 'page', title: 'Một trang · A page', payload: ref('components/schemas/FeedPage') },
  epoch: {
    name: 'epoch',
    title: 'Tên của lịch sử nhật ký · The name of this history of the log',
    payload: { type: 'object', required: ['epoch'], properties: { epoch: { type: 'string' } } },
  },
};

/** The event as the feed shows it, from the description of a page. */
function feedEvent(): object {
  const page = answerSchemas['FeedPage'] as { readonly properties: { readonly events: { readonly items: object } } };
  return page.properties.events.items;
}

function messagesFor(event: DescribedEvent): [string, object][] {
  const name = nameOf(event);
  const told = {
    allOf: [
      ref('components/schemas/FeedEvent'),
      {
        type: 'object',
        properties: {
          type: { const: event.type },
          version: { const: event.version },
          data: ref(`components/schemas/${name}`),
        },
      },
    ],
  };
  const envelope = {
    type: 'object',
    required: ['type', 'timestamp', 'data'],
    properties: { type: { const: event.type }, timestamp: { type: 'string', format: 'date-time' }, data: told },
  };
  const about = { name: event.type, title: `${event.type} v${event.version}` };
  return [
    [`feed.${name}`, { ...about, payload: told }],
    [`webhook.${name}`, { ...about, headers: ref('components/schemas/WebhookHeaders'), payload: envelope }],
  ];
}

/** A schema whose references to parts of itself hold at its place in the document. */
function placed(event: DescribedEvent): unknown {
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace(/^#\//u, `#/components/schemas/${nameOf(event)}/`)
          : moved(inner),
      ]),
    );
  };
  const { $schema: _, ...schema } = event.schema as Record<string, unknown>;
  return moved(schema);
}
