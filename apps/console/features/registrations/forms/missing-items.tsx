import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { registrationChoicesRequirementsOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { Lines } from '../../../shared/forms/fields.tsx';
import type { Field } from '../../../shared/forms/form.ts';
import { useTypedList } from '../../../shared/forms/use-typed.ts';
import { capital } from '../../../shared/texts/capital.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** What is lacking, a line each; what the regulation asks for can be put in with one press. */
export const missingItems: Field<RegistrationDetail> = {
  text: 'missing',
  Input: (props) => {
    const { t, language } = useTexts();
    const fields = Form.useFormInstance();
    const path = [...props.path];
    const there = useTypedList(path);
    const asked = useQuery(registrationChoicesRequirementsOptions({ path: { id: props.subject.id } }));
    const names = asked.data
      ? [
          ...asked.data.documents.map(({ name }) => ({ name: capital(name[language]), lang: language })),
          ...asked.data.criteria.map(({ name }) => ({ name, lang: 'vi' })),
        ]
      : [];
    const open = names.filter(({ name }) => !there.includes(name));
    return (
      <>
        {/* The api takes none, to say so itself. */}
        <FieldFrame {...props} shape={{ ...props.shape, minItems: 1 }}>
          <Lines />
        </FieldFrame>
        {open.length > 0 && (
          <p className="files-there">
            {t('registrations.putIn')}{' '}
            {open.map(({ name, lang }) => (
              <Button
                key={name}
                lang={lang}
                size="small"
                onClick={() => fields.setFieldValue(path, [...there.filter((each) => each.trim() !== ''), name])}
              >
                {name}
              </Button>
            ))}
          </p>
        )}
      </>
    );
  },
};
