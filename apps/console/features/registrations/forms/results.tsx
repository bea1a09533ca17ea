import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { registrationChoicesRequirementsOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { CriterionResultBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { Paragraphs } from '../../../shared/forms/fields.tsx';
import type { Field } from '../../../shared/forms/form.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** What was reached for each criterion of the regulation that the registration stands under. */
export const results: Field<RegistrationDetail> = {
  text: 'results',
  Input: ({ path, subject }) => {
    const { t } = useTexts();
    const asked = useQuery(registrationChoicesRequirementsOptions({ path: { id: subject.id } }));
    const before = new Map(subject.dossier?.results.map(({ criterion, result }) => [criterion, result]));
    return (
      <fieldset>
        <legend>{t('fields.results.label')}</legend>
        <p className="help">{t('fields.results.help')}</p>
        <Answer of={asked}>
          {({ criteria }) =>
            criteria.map(({ code, name, maxPoints, mandatory }, place) => (
              <div key={code}>
                <FieldFrame
                  path={[...path, place, 'result']}
                  text="results"
                  label={name}
                  mark={[
                    ...(maxPoints > 1 ? [t('registrations.points', { count: maxPoints })] : []),
                    ...(mandatory ? [t('registrations.mandatory')] : []),
                  ].join(', ')}
                  shape={CriterionResultBody.properties.result}
                  initialValue={before.get(code)}
                  required
                >
                  <Paragraphs rows={2} />
                </FieldFrame>
                <Form.Item name={[...path, place, 'criterion']} initialValue={code} hidden>
                  <Input />
                </Form.Item>
              </div>
            ))
          }
        </Answer>
      </fieldset>
    );
  },
};
