import { Form } from 'antd';
import type { FieldPath } from './form.ts';

/** What a text or choice of the form around holds now: for what depends on it. */
export const useTyped = (path: FieldPath): string | undefined => Form.useWatch([...path]) as string | undefined;

/** What a field of several values of the form around holds now. */
export const useTypedList = (path: FieldPath): readonly string[] =>
  (Form.useWatch([...path]) as readonly string[] | undefined) ?? [];
