import { create } from 'content-disposition';
import { withoutMarks } from '#domain';

/** RFC 6266 with RFC 8187; programs that know neither get the name without diacritics. */
export const attachment = (fileName: string, type: 'attachment' | 'inline' = 'attachment'): string =>
  create(fileName, { type, fallback: withoutMarks(fileName).replaceAll(/[^ -~]/gu, '_') });
