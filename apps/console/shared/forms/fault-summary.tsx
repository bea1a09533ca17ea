import { Alert, type FormInstance } from 'antd';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import type { Problem } from '../api/generated/types.gen.ts';
import { useTexts } from '../texts/i18n.ts';
import type { CommandForm, FieldPath } from './form.ts';

/** What is wrong with a field. */
export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
}

/** The faults of a problem that lie in a field of the form; the others are about the whole. */
export const faultsOf = (problem: Problem, { fields }: Pick<CommandForm<never>, 'fields'>, t: TFunction): Fault[] =>
  problem.errors
    .map(({ pointer, message }) => ({ path: pathOf(pointer), message: message || t('forms.wrong') }))
    .filter(({ path }) => path[0] !== undefined && path[0] in fields);

/** `/scores/0/points` → `['scores', 0, 'points']`. Source: RFC 6901. */
const pathOf = (pointer: string): FieldPath =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));

/** What is missing or wrong, all at once; it takes the focus, and each line leads to its field. */
export const FaultSummary = ({ faults, form }: { readonly faults: readonly Fault[]; readonly form: FormInstance }) => {
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
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path.join('.')}>
                <a
                  href={`#${path.join('_')}`}
                  onClick={(event) => {
                    event.preventDefault();
                    form.scrollToField([...path], { focus: true, block: 'center' });
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        }
      />
    </div>
  );
};
