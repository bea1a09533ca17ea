import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { failureOf, isProblem, type Failure } from '../../shared/api/client.ts';
import { sessionSetPassword, sessionSignIn } from '../../shared/api/generated/sdk.gen.ts';
import { FailurePanel } from '../../shared/page/failure-panel.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';

interface Props {
  /** Whose session ended, if one did. */
  readonly ended?: string;
  readonly onAdmitted: () => void;
}

interface Typed {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

/** Name and password, a code of the second factor where one is asked for; or the first password, by a code on paper. */
export const SignIn = ({ ended, onAdmitted }: Props) => {
  const { t } = useTexts();
  const [first, setFirst] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [sending, setSending] = useState(false);
  useEffect(() => {
    document.title = `${t('session.title')} · Khéo`;
  }, [t]);

  const send = async (act: () => Promise<unknown>): Promise<void> => {
    setSending(true);
    setFailure(undefined);
    try {
      await act();
      onAdmitted();
    } catch (thrown) {
      const why = failureOf(thrown);
      if (isProblem(why) && why.code === 'code-required') setAsksCode(true);
      setFailure(why);
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
      <h1>{first ? t('session.first.title') : t('session.title')}</h1>
      {ended !== undefined && (
        <Alert type="warning" showIcon role="alert" title={t('session.ended', { name: ended })} />
      )}
      {failure && <FailurePanel failure={failure} />}
      {first ? (
        <Form
          layout="vertical"
          onFinish={(body: { code: string; password: string }) =>
            void send(() => sessionSetPassword({ body, throwOnError: true }))
          }
        >
          <Form.Item
            name="code"
            label={t('session.first.code')}
            extra={t('session.first.codeHelp')}
            rules={[{ required: true, message: t('session.first.codeMissing') }]}
          >
            <Input autoComplete="one-time-code" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('session.first.password')}
            extra={t('session.first.passwordHelp')}
            rules={[{ required: true, message: t('session.passwordMissing') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={sending}>
            {t('session.first.send')}
          </Button>
        </Form>
      ) : (
        <Form
          layout="vertical"
          onFinish={(body: Typed) => void send(() => sessionSignIn({ body, throwOnError: true }))}
        >
          <Form.Item
            name="username"
            label={t('session.username')}
            rules={[{ required: true, message: t('session.usernameMissing') }]}
          >
            <Input autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('session.password')}
            rules={[{ required: true, message: t('session.passwordMissing') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {asksCode && (
            <Form.Item
              name="code"
              label={t('session.code')}
              extra={t('session.codeHelp')}
              rules={[{ required: true, message: t('session.codeMissing') }]}
            >
              <Input inputMode="numeric" autoComplete="one-time-code" autoFocus />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={sending}>
            {t('session.send')}
          </Button>
        </Form>
      )}
      <p>
        <Button
          type="link"
          onClick={() => {
            setFailure(undefined);
            setFirst(!first);
          }}
        >
          {first ? t('session.haveOne') : t('session.haveCode')}
        </Button>
      </p>
      <p className="help">{t('session.forgot')}</p>
    </main>
  );
};
