const text = (description: string) => ({ description, schema: { type: 'string' as const } });
const count = (description: string) => ({ description, schema: { type: 'integer' as const } });

/** What answers say beside their bodies. */
export const HEADERS = {
  'Cache-Control': text('`no-store`: what one person is answered is kept for nobody'),
  'Content-Disposition': text('The name of the file, where the answer is one'),
  'Content-Language': text('The language of the sentences, as `Accept-Language` asked for it: `vi` or `en`'),
  ETag: text('Revision in quotes'),
  Location: text('Where what was made is found'),
  'Retry-After': count('Seconds to wait before it is tried again'),
  traceparent: text('The trace of this request, W3C Trace Context: its second part is `traceId` of a refusal'),
  Vary: text('`Accept-Language`: the sentences are in the language asked for'),
  'X-Kheo-Position': count(
    "How much of the log a reading has seen, or the position of a command's last event; a refusal has none",
  ),
  'X-RateLimit-Limit': count('Requests a minute from one address'),
  'X-RateLimit-Remaining': count('How many of them are left'),
  'X-RateLimit-Reset': count('Seconds until they are counted anew'),
} as const;

type Header = keyof typeof HEADERS;

/** Headers of an answer, told once for all answers. */
export type Headers = Readonly<Record<string, { readonly $ref: string }>>;

export const headersNamed = (names: readonly Header[]): Headers =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** What the server says with every answer it writes itself. */
export const ALWAYS: readonly Header[] = [
  'traceparent',
  'Cache-Control',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
];
