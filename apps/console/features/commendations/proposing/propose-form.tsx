import { Form, Select } from 'antd';
import { commendationsCreate } from '../../../shared/api/generated/sdk.gen.ts';
import { ProposeBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { ProposeBody as Body } from '../../../shared/api/generated/types.gen.ts';
import { useCycles } from '../../../shared/choices/cycles.ts';
import { UnitSelect } from '../../../shared/choices/unit-select.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { choice } from '../../../shared/forms/fields.tsx';
import { form, type CommandForm, type Field, type FieldProps } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { achievementField } from './achievement-field.tsx';
import { dossierField } from './dossier-field.tsx';
import { recipientField } from './recipient-field.tsx';
import { useBodiesFor } from './use-awarding-bodies.ts';

/** What a proposal begins with: the unit one is of, a model one comes from. */
export type Beginning = Partial<Omit<Body, 'achievement'>> & { readonly achievement?: Partial<Body['achievement']> };

const unitField: Field<unknown> = {
  text: 'proposingUnit',
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    return (
      <FieldFrame {...props}>
        <UnitSelect label={t('fields.proposingUnit.label')} />
      </FieldFrame>
    );
  },
};

const cycleField: Field<unknown> = {
  text: 'commendationCycle',
  Input: (props: FieldProps<unknown>) => {
    const { cycles, loading } = useCycles();
    return (
      <FieldFrame {...props}>
        <Select loading={loading} options={cycles.map(({ id, name }) => ({ value: id, label: name, lang: 'vi' }))} />
      </FieldFrame>
    );
  },
};

const useChosenUnit = (): string | undefined =>
  Form.useWatch<string | undefined>('unitId', Form.useFormInstance()) ?? undefined;

export const PROPOSE_FORM: CommandForm<Beginning> = form<Beginning>()({
  command: 'ProposeCommendation',
  shape: ProposeBody,
  fields: {
    achievement: achievementField,
    recipient: recipientField,
    unitId: unitField,
    cycleId: cycleField,
    form: choice('awardForm', 'awardFormNames'),
    scope: choice('commendationScope', 'commendationScopeNames'),
    evidenceIds: dossierField(useChosenUnit),
  },
  initial: (beginning) => ({ evidenceIds: [], ...beginning }),
  send: ({ path: _, ...sent }) => commendationsCreate(sent),
  Beside: ({ values }) => (
    <Bodies unitId={values['unitId'] as string | undefined} form={values['form'] as Body['form'] | undefined} />
  ),
});

/** Where it goes in the end: which bodies may award the form. */
const Bodies = ({ unitId, form: award }: Partial<Pick<Body, 'unitId' | 'form'>>) => {
  const { t, language } = useTexts();
  const { data } = useBodiesFor(unitId ?? undefined, award);
  return (
    <>
      <h2 className="first">{t('commendations.propose.bodies')}</h2>
      {data === undefined ? (
        <p>{t('commendations.propose.chooseForm')}</p>
      ) : (
        <ul className="signers">
          {data.items.map((body) => (
            <li key={body.unitId}>
              <strong lang="vi">{body.unitName}</strong>
              <div>
                {body.eligible ? (
                  <span className="status status-good">{t('commendations.propose.competent')}</span>
                ) : (
                  <span className="help">{body.sentence?.[language]}</span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
