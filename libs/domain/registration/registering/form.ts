import { reject, textMissing, tidy } from '../../kernel/index.ts';
import { codeAndName } from '../../regulation/code-and-name.ts';
import { REGISTRATION_ITEMS, type RegistrationItem, type RegulationContent } from '../../regulation/events.ts';
import { prose, type Refusal } from '../checks.ts';
import type { RegistrationForm } from '../events.ts';

/** A form must have a name, and its field and programme tags must be those of the regulation. */
export const formWrong = (form: RegistrationForm, content: RegulationContent): Refusal =>
  textMissing(form.name, '/form/name') ?? fieldUnknown(form, content) ?? tagUnknown(form, content);

/** The items the regulation requires and the form does not tell yet. */
export const missingItems = (
  form: RegistrationForm,
  { registration }: RegulationContent,
): readonly RegistrationItem[] => registration.requiredItems.filter((item) => prose(form[item] ?? '') === '');

/** Submitting asks for every item the regulation requires. */
export const itemsMissing = (form: RegistrationForm, content: RegulationContent): Refusal => {
  const items = missingItems(form, content);
  return items.length === 0 ? undefined : reject('required-item-missing', { params: { items } });
};

/** The form as it is stored: NFC, empty items left out, each tag once. */
export const storedForm = (form: RegistrationForm): RegistrationForm => {
  const items = REGISTRATION_ITEMS.flatMap((item) => {
    const text = prose(form[item] ?? '');
    return text === '' ? [] : [[item, text] as const];
  });
  return {
    name: tidy(form.name),
    subjectType: form.subjectType,
    field: form.field,
    programmeTags: [...new Set(form.programmeTags)],
    ...Object.fromEntries(items),
  };
};

const fieldUnknown = ({ field }: RegistrationForm, { fields }: RegulationContent): Refusal =>
  fields.some(({ code }) => code === field)
    ? undefined
    : reject('field-unknown', { pointer: '/form/field', params: { field, fields: fields.map(codeAndName) } });

const tagUnknown = ({ programmeTags }: RegistrationForm, content: RegulationContent): Refusal => {
  const index = programmeTags.findIndex((tag) => !content.programmeTags.some(({ code }) => code === tag));
  const [tag, tags] = [programmeTags[index] ?? '', content.programmeTags.map(codeAndName)];
  return index === -1
    ? undefined
    : reject('tag-unknown', {
        pointer: `/form/programmeTags/${String(index)}`,
        params: { tag, ...(tags.length === 0 ? {} : { tags }) },
      });
};
