import { create } from 'content-disposition';
import { withoutMarks } from '#domain';

/** RFC 6266 with RFC 8187; programs that know neither get the name without diacritics. */
export const attachment = (fileName: string): string =>
  create(fileName, { fallback: withoutMarks(fileName).replaceAll(/[^ -~]/gu, '_') });
