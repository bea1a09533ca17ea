import { useId, useState } from 'react';
import { useTexts } from '../../shared/texts/i18n.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly type?: 'text' | 'password';
  readonly autoComplete: string;
  /** Takes the focus when it appears. */
  readonly first?: boolean;
}

/** A field for signing in; a password can be looked at while it is typed. */
export const Field = ({ name, label, help, type = 'text', autoComplete, first = false }: Props) => {
  const { t } = useTexts();
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={shown ? 'text' : type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={first}
        required
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
        onInvalid={(event) =>
          event.currentTarget.setCustomValidity(
            event.currentTarget.validity.valueMissing ? t('forms.required', { label }) : '',
          )
        }
        onInput={(event) => event.currentTarget.setCustomValidity('')}
      />
      {type === 'password' && (
        <button type="button" className="plain help" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'session.hide' : 'session.show')}
        </button>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="help">
          {help}
        </p>
      )}
    </div>
  );
};
