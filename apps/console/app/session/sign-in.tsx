import { useEffect, useState } from 'react';
import { failureOf, isRefusedAs, type Failure } from '../../shared/api/failure.ts';
import { sessionSetPassword, sessionSignIn } from '../../shared/api/generated/sdk.gen.ts';
import { FailurePanel } from '../../shared/page/failure-panel.tsx';
import { Notice } from '../../shared/page/notice.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { LanguageSwitch } from '../../shared/settings/language-switch.tsx';
import { Field } from './field.tsx';
import type { End } from './session-end.ts';

interface Props {
  /** Whose session ended, and how, if one did. */
  readonly ended?: { readonly how: End; readonly name: string };
  readonly onAdmitted: () => Promise<void>;
}

/**
 * Name and password, a code of the second factor where one is asked for; or a new password, by a code on paper. Whoever
 * has set one signs in with it like everybody: a code on paper is no second factor.
 */
export const SignIn = ({ ended, onAdmitted }: Props) => {
  const { t, language } = useTexts();
  const [asked, setAsked] = useState<'password' | 'code'>('password');
  const [isSet, setIsSet] = useState(false);
  const way = isSet ? 'password' : asked;
  const [asksCode, setAsksCode] = useState(false);
  // A sentence of the api is said in the language it came in, or not at all.
  const [told, setTold] = useState<{ readonly failure: Failure; readonly language: string }>();
  const failure = told?.language === language ? told.failure : undefined;
  const [sending, setSending] = useState(false);
  useEffect(() => {
    document.title = `${t('session.title')} · Khéo`;
  }, [t]);

  const send = async (typed: FormData): Promise<void> => {
    setSending(true);
    setTold(undefined);
    const of = (name: string): string => {
      const value = typed.get(name);
      return typeof value === 'string' ? value : '';
    };
    try {
      if (way === 'code') {
        await sessionSetPassword({ body: { code: of('oneTime'), password: of('password') }, throwOnError: true });
        setIsSet(true);
      }
      const code = way === 'password' && asksCode ? { code: of('code') } : {};
      const body = { username: of('username'), password: of('password'), ...code };
      await sessionSignIn({ body, throwOnError: true });
      await onAdmitted();
    } catch (thrown) {
      const why = failureOf(thrown);
      if (isRefusedAs(why, 'second-factor-required')) setAsksCode(true);
      setTold({ failure: why, language });
    } finally {
      setSending(false);
    }
  };

  return (
    <main className="alone">
      <div className="alone-head">
        <span className="brand">Khéo</span>
        <LanguageSwitch />
      </div>
      <h1>{t(way === 'code' ? 'session.first.title' : 'session.title')}</h1>
      {ended !== undefined && <Notice kind="waits" now title={t(`session.ended.${ended.how}`, { name: ended.name })} />}
      {isSet && <Notice kind="good" now title={t('session.first.done')} />}
      {failure && <FailurePanel failure={failure} />}
      <form
        key={asked}
        onSubmit={(event) => {
          event.preventDefault();
          void send(new FormData(event.currentTarget));
        }}
      >
        <Field name="username" label={t('session.username')} autoComplete="username" first />
        {way === 'code' && (
          <Field
            name="oneTime"
            label={t('session.first.code')}
            help={t('session.first.codeHelp')}
            autoComplete="one-time-code"
          />
        )}
        <Field
          name="password"
          type="password"
          label={t(way === 'code' ? 'session.first.password' : 'session.password')}
          autoComplete={way === 'code' ? 'new-password' : 'current-password'}
          {...(way === 'code' ? { help: t('session.first.passwordHelp') } : {})}
        />
        {way === 'password' && asksCode && (
          <Field
            name="code"
            label={t('session.code')}
            help={t('session.codeHelp')}
            autoComplete="one-time-code"
            first
          />
        )}
        <button type="submit" className="button button-first button-wide" disabled={sending}>
          {t(way === 'code' ? 'session.first.send' : 'session.send')}
        </button>
      </form>
      <p>
        <button
          type="button"
          className="plain"
          onClick={() => {
            setTold(undefined);
            setIsSet(false);
            setAsked(way === 'code' ? 'password' : 'code');
          }}
        >
          {t(way === 'code' ? 'session.haveOne' : 'session.haveCode')}
        </button>
      </p>
      <p className="help">{t('session.forgot')}</p>
    </main>
  );
};
