import { Alert, type FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/i18n.ts';
import { TraceId } from '../page/trace-id.tsx';
import type { Fault } from './faults.ts';

interface Props {
  readonly faults: readonly Fault[];
  readonly form: FormInstance;
  /** Under which the api noted it, where it was the api that found them. */
  readonly trace?: string | undefined;
}

/**
 * To a field; of one with several faults to the input of this one; of a group of choices to the first that can be chosen,
 * and to the group itself where none can.
 */
const goTo = (form: FormInstance, faults: readonly Fault[], { path, message }: Fault): void => {
  form.scrollToField([...path], { focus: true, block: 'center' });
  const field = document.getElementById(path.join('_'));
  if (field === null) return;
  const place = faults.filter((fault) => fault.path === path).findIndex((fault) => fault.message === message);
  const wrong = field.querySelectorAll<HTMLElement>('[aria-invalid=true]')[place];
  if (wrong) {
    (wrong.querySelector<HTMLElement>('input:enabled') ?? wrong).focus();
    return;
  }
  if (field.contains(document.activeElement)) return;
  field.tabIndex = -1;
  (field.querySelector<HTMLElement>('input:enabled') ?? field).focus();
};

/** What is missing or wrong, all at once; it takes the focus, and each line leads to its field. */
export const FaultSummary = ({ faults, form, trace }: Props) => {
  const { t, language } = useTexts();
  const summary = useRef<HTMLDivElement>(null);
  const told = useRef({ faults: [] as Props['faults'], language });
  useEffect(() => {
    const before = told.current;
    if (before.faults === faults) return;
    told.current = { faults, language };
    // Where one was put right the others stay, and who is putting them right, or changed the language, stays where they are.
    const isTold = before.faults.length > 0 && before.language !== language;
    if (!isTold && faults.some((fault) => !before.faults.includes(fault))) summary.current?.focus();
  }, [faults, language]);
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
              {faults.map((fault) => (
                <li key={fault.path.join('.') + fault.message}>
                  {fault.path.length === 0 ? (
                    fault.message
                  ) : (
                    <a
                      href={`#${fault.path.join('_')}`}
                      onClick={(event) => {
                        event.preventDefault();
                        goTo(form, faults, fault);
                      }}
                    >
                      {fault.message}
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
