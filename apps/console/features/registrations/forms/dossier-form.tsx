import { useRules } from '../../../shared/choices/use-rules.ts';
import { FormBody } from '../../../shared/api/generated/shapes.gen.ts';
import { group } from '../../../shared/forms/composed-fields.tsx';
import { choice, line, Paragraphs, pick, type Options } from '../../../shared/forms/fields.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field, FieldText } from '../../../shared/forms/form.ts';
import { useTyped } from '../../../shared/forms/use-typed.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import type { Texts } from '../../../shared/texts/vi/index.ts';

/** What a dossier's form has to know of the registration that it is about, or is to become. */
export interface DossierSubject {
  readonly cycleId?: string;
  readonly regulationId?: string | null;
}

/** The regulation of the cycle that is chosen in the form, or of the registration that is revised. */
export const useRulesHere = ({ cycleId, regulationId }: DossierSubject) => {
  const chosen = useTyped(['cycleId']);
  return useRules({ cycleId: chosen ?? cycleId, regulationId: chosen === undefined ? (regulationId ?? null) : null });
};

const useCoded = (subject: DossierSubject, list: 'fields' | 'programmeTags'): Options => {
  const { regulation, loading } = useRulesHere(subject);
  const options = regulation?.content[list].map(({ code, name }) => ({ value: code, label: name })) ?? [];
  return { options, loading };
};

type Item = keyof Texts['registrationItemNames'];

/** An item of the dossier, marked where the regulation asks for it: a draft may still lack it. */
const item = (name: Item, text: FieldText, heading?: keyof Texts['registrations']['parts']): Field<DossierSubject> => ({
  text,
  Input: (props) => {
    const { t } = useTexts();
    const { regulation } = useRulesHere(props.subject);
    const asked = regulation?.content.registration.requiredItems.includes(name);
    return (
      <>
        {heading && <h2 className="small">{t(`registrations.parts.${heading}`)}</h2>}
        <FieldFrame {...props} mark={asked ? t('registrations.asked') : undefined}>
          <Paragraphs rows={2} />
        </FieldFrame>
      </>
    );
  },
});

/** What a unit tells of its model, in the order in which the movement's form asks for it. */
export const dossierForm = group<DossierSubject, typeof FormBody>('dossierForm', FormBody, {
  name: line('modelName'),
  subjectType: choice('subjectType', 'subjectTypeNames'),
  field: pick('dossierField', (subject: DossierSubject) => useCoded(subject, 'fields')),
  programmeTags: pick('programmeTags', (subject: DossierSubject) => useCoded(subject, 'programmeTags'), {
    several: true,
  }),
  situation: item('situation', 'situation', 'why'),
  objectives: item('objectives', 'objectives'),
  content: item('content', 'content', 'how'),
  area: item('area', 'area'),
  forces: item('forces', 'forces'),
  resources: item('resources', 'resources'),
  schedule: item('schedule', 'schedule'),
  outputs: item('outputs', 'outputs', 'result'),
  durability: item('durability', 'durability'),
  confirmation: item('confirmation', 'confirmation'),
});
