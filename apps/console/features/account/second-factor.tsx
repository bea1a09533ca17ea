import { QRCode, Button } from 'antd';
import { useState } from 'react';
import { secondFactorAdd, secondFactorMake, secondFactorRemove } from '../../shared/api/generated/sdk.gen.ts';
import {
  AddSecondFactorBody,
  MakeSecondFactorBody,
  RemoveSecondFactorBody,
} from '../../shared/api/generated/shapes.gen.ts';
import type {
  AddSecondFactorBody as Adding,
  MakeSecondFactorBody as Making,
  NewSecondFactor,
  RemoveSecondFactorBody as Removing,
} from '../../shared/api/generated/types.gen.ts';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { code, password } from './secret-fields.tsx';
import { SecretForm } from './secret-form.tsx';

const current = password('currentPassword', 'current-password');

/** A code of an app beside the password: whether it is on, how it is set up, how it is removed. */
export const SecondFactor = () => {
  const { t } = useTexts();
  const { secondFactor, secondFactorDemanded } = useWho();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewSecondFactor>();
  const [done, setDone] = useState('');
  const close = (): void => {
    setOpen(false);
    setMade(undefined);
  };
  const finish = (said: string) => (): void => {
    setDone(said);
    close();
  };
  return (
    <section aria-labelledby="second-factor" className="account-panel">
      <h3 id="second-factor">{t('account.second.title')}</h3>
      {secondFactorDemanded && !secondFactor && (
        <p role="alert" className="late">
          <strong>{t('account.second.demanded')}</strong>
        </p>
      )}
      <p>{secondFactor ? t('account.second.on') : t('account.second.off')}</p>
      <p role="status">{done}</p>
      {!open && (
        <Button onClick={() => setOpen(true)}>
          {secondFactor ? t('account.second.remove') : t('account.second.begin')}
        </Button>
      )}
      {open && secondFactor && (
        <SecretForm<Removing>
          shape={RemoveSecondFactorBody}
          fields={{ current, code }}
          act={t('account.second.remove')}
          wrong={t('account.wrongProof')}
          send={(body) => secondFactorRemove({ body, throwOnError: true })}
          onDone={finish(t('account.done.removed'))}
          onCancel={close}
        />
      )}
      {open && !secondFactor && made === undefined && (
        <SecretForm<Making>
          shape={MakeSecondFactorBody}
          fields={{ current }}
          act={t('account.second.make')}
          wrong={t('account.wrongPassword')}
          send={async (body) => setMade((await secondFactorMake({ body, throwOnError: true })).data)}
          onDone={() => setDone('')}
          onCancel={close}
        />
      )}
      {open && !secondFactor && made !== undefined && (
        <>
          <Made of={made} />
          <SecretForm<Omit<Adding, 'secondFactorId'>>
            shape={AddSecondFactorBody}
            fields={{ code }}
            act={t('account.second.add')}
            send={(body) =>
              secondFactorAdd({ body: { ...body, secondFactorId: made.secondFactorId }, throwOnError: true })
            }
            onDone={finish(t('account.done.added'))}
            onCancel={close}
          />
        </>
      )}
    </section>
  );
};

/** The key, to be scanned or typed: in groups of four, as one reads aloud. */
const Made = ({ of: { secret, uri } }: { readonly of: NewSecondFactor }) => {
  const { t } = useTexts();
  return (
    <div className="second-factor">
      <QRCode aria-label={t('account.second.qr')} value={uri} type="svg" size={180} errorLevel="M" bgColor="#fff" />
      <div>
        <p>{t('account.second.scan')}</p>
        <p>
          {t('account.second.type')}
          <br />
          <code className="secret">{secret.match(/.{1,4}/gu)?.join(' ')}</code>
        </p>
        <p>
          <a href={uri}>{t('account.second.link')}</a>
        </p>
        <p className="help">{t('account.second.once')}</p>
      </div>
    </div>
  );
};
