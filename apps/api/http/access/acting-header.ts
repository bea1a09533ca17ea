/** By which a request says under which of their appointments somebody asks. */
export const ACTING_HEADER = {
  name: 'X-Kheo-Acting-As',
  required: false,
  description: 'One of my appointments, which alone gives rights to this request; all of mine when absent',
  schema: { type: 'string', format: 'uuid' },
} as const;
