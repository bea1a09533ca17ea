import { Button, Form } from 'antd';
import { useTexts } from '../texts/i18n.ts';
import type { Field, FieldProps, FieldsOf, FieldText, Shape } from './form.ts';

/** Several fields of one part of what is sent: the form of a registration, the document that is cited. */
export const group = <Subject, const S extends Shape = Shape>(
  text: FieldText,
  shape: S,
  fields: FieldsOf<S, Subject>,
): Field<Subject> => ({
  text,
  fields: fields,
  Input: ({ path, subject }: FieldProps<Subject>) => {
    const { t } = useTexts();
    return (
      <fieldset>
        <legend>{t(`fields.${text}.label`)}</legend>
        {t(`fields.${text}.help`) && <p className="help">{t(`fields.${text}.help`)}</p>}
        <Fields shape={shape} fields={fields} path={path} subject={subject} />
      </fieldset>
    );
  },
});

type Fielded<Subject> = Readonly<Record<string, Field<Subject>>>;

interface FieldsProps<Subject> {
  readonly shape: Shape;
  readonly fields: Fielded<Subject>;
  readonly path: FieldProps<Subject>['path'];
  readonly subject: Subject;
}

/** The fields of a shape, in the order in which the form names them. */
export const Fields = <Subject,>({ shape, fields, path, subject }: FieldsProps<Subject>) =>
  Object.entries(fields).map(([name, { text, Input }]) => (
    <Input
      key={name}
      path={[...path, name]}
      text={text}
      shape={shape.properties?.[name] ?? {}}
      required={shape.required?.includes(name) ?? false}
      subject={subject}
    />
  ));

/** As many of a part as there are: indicators, holidays. */
export const rows = <Subject, const S extends Shape = Shape>(
  text: FieldText,
  shape: S,
  fields: FieldsOf<S, Subject>,
): Field<Subject> => ({
  text,
  fields: fields,
  Input: ({ path, subject }: FieldProps<Subject>) => {
    const { t } = useTexts();
    return (
      <fieldset>
        <legend>{t(`fields.${text}.label`)}</legend>
        {t(`fields.${text}.help`) && <p className="help">{t(`fields.${text}.help`)}</p>}
        <Form.List name={[...path]}>
          {(listed, { add, remove }, { errors }) => (
            <>
              {listed.map(({ key, name }) => (
                <div key={key} className="form-row">
                  <Fields shape={shape} fields={fields as Fielded<Subject>} path={[name]} subject={subject} />
                  <Button onClick={() => remove(name)}>{t('forms.removeRow', { row: name + 1 })}</Button>
                </div>
              ))}
              <Button onClick={() => add()}>{t('forms.addRow')}</Button>
              <Form.ErrorList errors={errors} />
            </>
          )}
        </Form.List>
      </fieldset>
    );
  },
});
