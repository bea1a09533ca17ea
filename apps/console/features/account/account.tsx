import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { peopleQueriesOneOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { sessionChangeEmail, sessionChangePassword } from '../../shared/api/generated/sdk.gen.ts';
import { ChangeOwnEmailBody, ChangePasswordBody } from '../../shared/api/generated/shapes.gen.ts';
import type {
  ChangeOwnEmailBody as EmailChange,
  ChangePasswordBody as PasswordChange,
  WhoAmI,
} from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import type { Field } from '../../shared/forms/form.ts';
import { Facts } from '../../shared/page/facts.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useWho, useWholeWho } from '../../shared/session.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { SecondFactor } from './second-factor.tsx';
import { code, email, password } from './secret-fields.tsx';
import { SecretForm } from './secret-form.tsx';

/** Who one is and by which papers, and what keeps others from being it. */
const Account = () => {
  const { t } = useTexts();
  const who = useWholeWho();
  const me = useQuery(peopleQueriesOneOptions({ path: { id: who.personId } }));
  return (
    <Page title={t('account.title')}>
      <Facts
        facts={[
          [t('account.name'), who.name, 'vi'],
          [t('account.username'), me.data?.account.username],
          [t('account.email'), me.data && (me.data.email ?? t('account.noEmail'))],
        ]}
      />
      <h2>{t('account.appointments')}</h2>
      {who.appointments.length === 0 ? <p>{t('account.noAppointments')}</p> : <Appointments of={who.appointments} />}
      <h2>{t('account.security')}</h2>
      <div className="account-panels">
        <ChangePassword />
        <SecondFactor />
        <ChangeEmail />
      </div>
    </Page>
  );
};

export default Account;

const Appointments = ({ of }: { readonly of: WhoAmI['appointments'] }) => {
  const { t } = useTexts();
  return (
    <ul className="rows">
      {of.map(({ appointmentId, role, unitName, document, from, until, endsAt, grantedByNames }) => (
        <li key={appointmentId}>
          <div>
            <strong>{capital(t(`roleNames.${role}`))}</strong>, <span lang="vi">{unitName}</span>
          </div>
          <span>
            {until === undefined && endsAt === undefined
              ? t('account.from', { from: day(from) })
              : t('account.fromUntil', { from: day(from), until: day(endsAt ?? until ?? '') })}
          </span>
          <span className="help">
            {t('account.document')} {t('account.of', { number: document.number, on: day(document.issuedOn) })} ·{' '}
            {t('account.grantedBy')}:{' '}
            {grantedByNames.length === 0 ? (
              t('account.bySystem')
            ) : (
              <span lang="vi">{grantedByNames.map((name) => name ?? '–').join(', ')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};

const current = password('currentPassword', 'current-password');

const ChangePassword = () => {
  const { t } = useTexts();
  const proof = useProof();
  return (
    <Opened title={t('account.panels.password')} act={t('account.open.password')} done={t('account.done.password')}>
      {(close) => (
        <SecretForm<PasswordChange>
          shape={ChangePasswordBody}
          fields={{ ...proof.fields, password: password('newPassword', 'new-password') }}
          act={t('account.open.password')}
          wrong={proof.wrong}
          send={(body) => sessionChangePassword({ body, throwOnError: true })}
          onDone={() => close(true)}
          onCancel={() => close(false)}
        />
      )}
    </Opened>
  );
};

const ChangeEmail = () => {
  const { t } = useTexts();
  const proof = useProof();
  return (
    <Opened title={t('account.panels.email')} act={t('account.open.email')} done={t('account.done.email')}>
      {(close) => (
        <SecretForm<EmailChange>
          shape={ChangeOwnEmailBody}
          fields={{ email, ...proof.fields }}
          act={t('account.open.email')}
          wrong={proof.wrong}
          send={(body) => sessionChangeEmail({ body, throwOnError: true })}
          onDone={() => close(true)}
          onCancel={() => close(false)}
        />
      )}
    </Opened>
  );
};

interface Proof {
  readonly fields: Readonly<Record<string, Field<unknown>>>;
  readonly wrong: string;
}

/** How one proves that it is oneself: the password, and a code where there is a second factor. */
const useProof = (): Proof => {
  const { t } = useTexts();
  const { secondFactor } = useWho();
  return {
    fields: secondFactor ? { current, code } : { current },
    wrong: t(secondFactor ? 'account.wrongProof' : 'account.wrongPassword'),
  };
};

interface OpenedProps {
  readonly title: string;
  readonly act: string;
  readonly done: string;
  readonly children: (close: (done: boolean) => void) => React.ReactNode;
}

/** A form that is opened by a button, and says below it that it was done. */
const Opened = ({ title, act, done, children }: OpenedProps) => {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <section className="account-panel" aria-label={title}>
      <h3>{title}</h3>
      <p role="status">{said}</p>
      {open ? (
        children((ended) => {
          setOpen(false);
          setSaid(ended ? done : '');
        })
      ) : (
        <Button onClick={() => setOpen(true)}>{act}</Button>
      )}
    </section>
  );
};
