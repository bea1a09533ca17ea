/** By which a page says who it believes sits at it: a browser has one session, whoever signed in last in any of its tabs. */
export const PERSON_HEADER = {
  name: 'X-Kheo-Person',
  required: false,
  description:
    'Who is believed to ask: refused where the session is another person’s; nobody in particular when absent',
  schema: { type: 'string', format: 'uuid' },
} as const;
