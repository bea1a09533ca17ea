import type { CodeName } from './events.ts';

/** What a regulation gives a code, as people know it beside the code that is asked for: `TC1 (Sáng tạo)`. */
export const codeAndName = ({ code, name }: CodeName): string => `${code} (${name})`;
