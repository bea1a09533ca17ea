import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { inboxSettingsOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { inboxChoose } from '../../shared/api/generated/sdk.gen.ts';
import { DeliveryBody } from '../../shared/api/generated/shapes.gen.ts';
import type { Delivery } from '../../shared/api/generated/types.gen.ts';
import { CommandForm } from '../../shared/forms/command-form.tsx';
import { FieldFrame } from '../../shared/forms/field-frame.tsx';
import { yes } from '../../shared/forms/fields.tsx';
import { form, type Field } from '../../shared/forms/form.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const language: Field<Delivery> = {
  text: 'deliveryLanguage',
  Input: (props) => {
    const { t } = useTexts();
    const options = (['vi', 'en'] as const).map((value) => ({
      value,
      label: t(`inbox.settings.languages.${value}`),
    }));
    return (
      <FieldFrame {...props}>
        <Radio.Group options={options} />
      </FieldFrame>
    );
  },
};

const CHOOSE_DELIVERY = form<Delivery>()({
  command: 'ChooseDelivery',
  shape: DeliveryBody,
  fields: { email: yes('deliveryEmail'), language },
  initial: ({ email, language: spoken }) => ({ email, language: spoken }),
  send: ({ path: _, ...sending }) => inboxChoose(sending),
});

/** How reminders reach one: the inbox always, e-mail if one wants. */
export const Settings = () => {
  const { t } = useTexts();
  const { personId } = useWho();
  const settings = useQuery(inboxSettingsOptions());
  const [changing, setChanging] = useState(false);
  return (
    <section className="settings" aria-label={t('inbox.settings.title')}>
      <Answer of={settings}>
        {(delivery) =>
          changing ? (
            <CommandForm
              form={CHOOSE_DELIVERY}
              subject={delivery}
              id=""
              name={t('inbox.settings.title')}
              personId={personId}
              onDone={() => setChanging(false)}
              onCancel={() => setChanging(false)}
            />
          ) : (
            <>
              <span className="help">
                {delivery.email
                  ? t('inbox.settings.byEmail', { language: t(`inbox.settings.languages.${delivery.language}`) })
                  : t('inbox.settings.inboxOnly')}
              </span>{' '}
              {delivery.allowed ? (
                <button type="button" className="link" onClick={() => setChanging(true)}>
                  {t('inbox.settings.change')}
                </button>
              ) : (
                <span className="help">{t('inbox.settings.notAllowed')}</span>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
};
