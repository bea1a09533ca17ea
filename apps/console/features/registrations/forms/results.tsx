import { CriterionResultBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { Paragraphs } from '../../../shared/forms/fields.tsx';
import type { Field } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** What was reached for each criterion of the regulation that the registration stands under. */
export const results: Field<RegistrationDetail> = {
  text: 'results',
  Input: ({ path, subject }) => {
    const { t } = useTexts();
    const set = subject.dossier?.criteriaSet;
    if (!set) return null;
    return (
      <fieldset>
        <legend>{t('fields.results.label')}</legend>
        <p className="help">{t('fields.results.help')}</p>
        {set.criteria.map(({ code, name, maxPoints, mandatory }, place) => (
          <FieldFrame
            key={code}
            path={[...path, place, 'result']}
            text="results"
            label={name}
            mark={[
              set.method === 'POINTS' ? t('registrations.points', { count: maxPoints }) : '',
              mandatory ? t('registrations.mandatory') : '',
            ]
              .filter((each) => each !== '')
              .join(' · ')}
            shape={CriterionResultBody.properties.result}
            required
          >
            <Paragraphs rows={2} />
          </FieldFrame>
        ))}
      </fieldset>
    );
  },
};
