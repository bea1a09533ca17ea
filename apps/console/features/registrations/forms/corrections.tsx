import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import {
  registrationChoicesApproversOptions,
  registrationChoicesCorrectableOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useRules } from '../../../shared/choices/use-rules.ts';
import { day } from '../../../shared/dates/dates.ts';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { Paragraphs, type Options } from '../../../shared/forms/fields.tsx';
import type { Field } from '../../../shared/forms/form.ts';
import { useTyped } from '../../../shared/forms/use-typed.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

type Subject = RegistrationDetail;

const useItems = (id: string) => useQuery(registrationChoicesCorrectableOptions({ path: { id } }));

/** What may be put right; what may not, with why. */
export const useCorrectable = ({ id }: Pick<Subject, 'id'>): Options => {
  const { language } = useTexts();
  const asked = useItems(id);
  const { data, isLoading } = asked;
  const options = data?.items.map(({ field, name, eligible, sentence }) => ({
    value: field,
    label: name[language],
    obstacle: eligible ? null : (sentence?.[language] ?? ''),
  }));
  return { options: options ?? [], loading: isLoading, asked };
};

/** What it shall say: a field of the regulation is chosen, anything else is typed. */
export const newValue: Field<Subject> = {
  text: 'newValue',
  Input: (props) => {
    const { t } = useTexts();
    const fields = Form.useFormInstance();
    const chosen = useTyped(['field']);
    const { regulation } = useRules(props.subject);
    const now = useItems(props.subject.id).data?.items.find(({ field }) => field === chosen)?.value ?? '';
    if (chosen === 'field') {
      const options = regulation?.content.fields.map(({ code, name }) => ({ value: code, label: name })) ?? [];
      return (
        <FieldFrame {...props} chosen>
          <Select options={options} />
        </FieldFrame>
      );
    }
    return (
      <>
        <FieldFrame {...props} required={chosen === 'name'}>
          {chosen === 'name' ? <Input autoComplete="off" /> : <Paragraphs rows={3} />}
        </FieldFrame>
        {now !== '' && (
          <p className="files-there">
            <Button size="small" onClick={() => fields.setFieldValue([...props.path], now)}>
              {t('registrations.takeOver')}
            </Button>
          </p>
        )}
      </>
    );
  },
};

interface BesideProps {
  readonly subject: Subject;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the entry says now, and who can approve what is asked for. */
export const SaysNow = ({ subject, values }: BesideProps) => {
  const { t } = useTexts();
  const items = useItems(subject.id).data?.items ?? [];
  const { regulation } = useRules(subject);
  const approvers = useQuery(registrationChoicesApproversOptions({ path: { id: subject.id }, query: { limit: 200 } }));
  const chosen = items.find(({ field }) => field === values['field']);
  const field = regulation?.content.fields.find(({ code }) => code === chosen?.value);
  const able = approvers.data?.items.filter(({ eligible }) => eligible) ?? [];
  return (
    <>
      <h2 className="first">{t('registrations.saysNow')}</h2>
      {chosen ? (
        <blockquote>
          {(chosen.field === 'field' && field?.name) || chosen.value || t('registrations.saysNothing')}
        </blockquote>
      ) : (
        <p className="help">{t('registrations.chooseField')}</p>
      )}
      {able.length > 0 && (
        <p>
          {t('registrations.approvers', {
            people: able.map(({ personName, unitName }) => `${personName ?? ''} (${unitName ?? ''})`).join('; '),
          })}
        </p>
      )}
    </>
  );
};

/** One of the corrections that wait: what it said, what it shall say, and why. */
export const waitingCorrection: Field<Subject> = {
  text: 'waitingCorrection',
  Input: (props) => {
    const { t } = useTexts();
    const { regulation } = useRules(props.subject);
    const names = t('correctableNames', { returnObjects: true }) as Readonly<Record<string, string>>;
    const shown = (field: string, value: string): string =>
      (field === 'field' && regulation?.content.fields.find(({ code }) => code === value)?.name) || value || '–';
    const waiting = props.subject.dossier?.waitingCorrections ?? [];
    return (
      <FieldFrame {...props}>
        <Radio.Group className="choices">
          {waiting.map(({ correctionId, field, oldValue, newValue: becomes, reason, document, personName }) => (
            <Radio key={correctionId} value={correctionId}>
              <strong>{names[field] ?? field}</strong>: <del>{shown(field, oldValue)}</del>{' '}
              <span aria-label={t('page.becomes')}>→</span> <ins>{shown(field, becomes)}</ins>
              <span className="help block">
                {t('registrations.correctionBy', {
                  person: personName ?? t('page.system'),
                  reason,
                  number: document.number,
                  on: day(document.issuedOn),
                })}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </FieldFrame>
    );
  },
};
