import { Alert, type FormInstance } from 'antd';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import type { Problem } from '../api/generated/types.gen.ts';
import { useTexts } from '../texts/i18n.ts';
import { TraceId } from '../page/trace-id.tsx';
import type { CommandForm, FieldPath } from './form.ts';

/** What is wrong with a field, or with what is sent where the path is empty. */
export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
}

/**
 * The faults of a problem where some lie in a field of the form; what lies in none has no path, and is told with them.
 * Empty for a problem that is about the whole.
 */
export const faultsOf = (problem: Problem, { fields }: Pick<CommandForm<never>, 'fields'>, t: TFunction): Fault[] => {
  const faults = problem.errors.map(({ pointer, message }): Fault => {
    const path = pathOf(pointer);
    const isOfField = path[0] !== undefined && path[0] in fields;
    return { path: isOfField ? path : [], message: message || (isOfField ? t('forms.wrong') : problem.detail) };
  });
  return faults.some(({ path }) => path.length > 0) ? faults : [];
};

/** The faults as the fields of a form show them. */
export const atFields = (faults: readonly Fault[]): { name: (string | number)[]; errors: string[] }[] =>
  faults.flatMap(({ path, message }) => (path.length === 0 ? [] : [{ name: [...path], errors: [message] }]));

/** `/scores/0/points` → `['scores', 0, 'points']`. Source: RFC 6901. */
const pathOf = (pointer: string): FieldPath =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));

interface Props {
  readonly faults: readonly Fault[];
  readonly form: FormInstance;
  /** Under which the api noted it, where it was the api that found them. */
  readonly trace?: string | undefined;
}

/** What is missing or wrong, all at once; it takes the focus, and each line leads to its field. */
export const FaultSummary = ({ faults, form, trace }: Props) => {
  const { t } = useTexts();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="fault-summary">
      <Alert
        type="error"
        role="none"
        title={t('forms.faults', { count: faults.length })}
        description={
          <>
            <ul>
              {faults.map(({ path, message }) => (
                <li key={path.join('.') + message}>
                  {path.length === 0 ? (
                    message
                  ) : (
                    <a
                      href={`#${path.join('_')}`}
                      onClick={(event) => {
                        event.preventDefault();
                        form.scrollToField([...path], { focus: true, block: 'center' });
                      }}
                    >
                      {message}
                    </a>
                  )}
                </li>
              ))}
            </ul>
            {trace !== undefined && <TraceId of={trace} />}
          </>
        }
      />
    </div>
  );
};
