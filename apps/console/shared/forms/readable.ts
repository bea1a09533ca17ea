import type { Rule } from 'antd/es/form';
import { isUnread } from './typed.ts';

/** Refuses what could not be read, in a sentence that tells what was typed. */
export const readable = (told: (typed: string) => string): Rule => ({
  validator: (_rule, value: unknown) =>
    isUnread(value) ? Promise.reject(new Error(told(value.unread))) : Promise.resolve(),
});
