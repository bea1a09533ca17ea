import { Form, Input, Radio, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { decisionsCreate } from '../../../shared/api/generated/sdk.gen.ts';
import { DecisionDraftBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { DecisionDraftBody as Body } from '../../../shared/api/generated/types.gen.ts';
import { useCycles } from '../../../shared/choices/cycles.ts';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import { form, type CommandForm, type Field, type FieldProps } from '../../../shared/forms/form.ts';
import { capital } from '../../../shared/texts/capital.ts';
import { useClearing } from '../../../shared/texts/clearing.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { itemsField } from './items-field.tsx';
import { useBodies } from './use-bodies.ts';

type Act = Body['act'];

interface InputOf {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** Another act, or another body, is about other items; those that were chosen for the one before wait for its return. */
const useOtherItems = (): ((before: string | undefined, now: string | undefined) => void) => {
  const fields = Form.useFormInstance();
  const waiting = useRef(new Map<string | undefined, unknown>());
  return (before, now) => {
    waiting.current.set(before, fields.getFieldValue('items'));
    fields.setFieldValue('items', waiting.current.get(now) ?? []);
  };
};

/** The act, with what it is about. */
const ActChoice = ({ id, value, onChange }: InputOf) => {
  const { t } = useTexts();
  const changeItems = useOtherItems();
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      className="acts"
      value={value}
      onChange={({ target }) => {
        changeItems(value, target.value as Act);
        onChange?.(target.value as Act);
      }}
      options={DecisionDraftBody.properties.act.enum.map((act) => ({
        value: act,
        label: (
          <>
            <strong>{capital(t(`actNames.${act}`))}</strong>
            <span className="help">{t(`decisions.acts.${act}`)}</span>
          </>
        ),
      }))}
    />
  );
};

const actField: Field<unknown> = {
  text: 'decisionAct',
  Input: (props: FieldProps<unknown>) => (
    <FieldFrame {...props}>
      <ActChoice />
    </FieldFrame>
  ),
};

/** The bodies that sign the act, and above one's own units those that do not, with why. */
const BodyChoice = ({ id, value, onChange }: InputOf) => {
  const { language } = useTexts();
  const fields = Form.useFormInstance();
  const changeItems = useOtherItems();
  const act = Form.useWatch<Act | undefined>('act', fields);
  const { bodies, loading } = useBodies(act);
  const open = bodies.filter(({ open: free }) => free);
  const only = open.length === 1 ? open[0]?.unitId : undefined;
  useEffect(() => {
    if (only !== undefined && fields.getFieldValue('unitId') === undefined) fields.setFieldValue('unitId', only);
  }, [only, fields]);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      disabled={act === undefined}
      loading={loading}
      value={value ?? null}
      onChange={(unitId: string | null) => {
        changeItems(value, unitId ?? undefined);
        onChange?.(unitId ?? undefined);
      }}
      options={bodies.map(({ unitId, unitName, sentence, open: free }) => ({
        value: unitId,
        disabled: !free,
        'aria-label': [unitName, sentence?.[language]].filter(Boolean).join('. '),
        label: (
          <>
            <span lang="vi">{unitName}</span>
            {sentence && <small className="option-why">{sentence[language]}</small>}
          </>
        ),
      }))}
    />
  );
};

const bodyField: Field<unknown> = {
  text: 'decisionBody',
  Input: (props: FieldProps<unknown>) => (
    <FieldFrame {...props}>
      <BodyChoice />
    </FieldFrame>
  ),
};

const cycleField: Field<unknown> = {
  text: 'decisionCycle',
  Input: (props: FieldProps<unknown>) => {
    const { cycles, loading } = useCycles();
    const clearing = useClearing();
    return (
      <FieldFrame {...props}>
        <Select
          allowClear={clearing}
          loading={loading}
          options={cycles.map(({ id, name }) => ({ value: id, label: name, lang: 'vi' }))}
        />
      </FieldFrame>
    );
  },
};

/** What the decision is called: proposed from its act and cycle as long as nobody wrote another. */
const titleField: Field<unknown> = {
  text: 'decisionTitle',
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    const fields = Form.useFormInstance();
    const act = Form.useWatch<Act | undefined>('act', fields);
    const cycleId = Form.useWatch<string | undefined>('cycleId', fields);
    const year = useCycles().cycles.find(({ id }) => id === cycleId)?.year;
    const title = act && t(`decisions.titles.${act}`);
    const proposed = title && year ? t('decisions.titles.ofYear', { title, year }) : title;
    const last = useRef<string>(undefined);
    useEffect(() => {
      const now = fields.getFieldValue('title') as string | undefined;
      if (proposed !== undefined && (!now?.trim() || now === last.current)) fields.setFieldValue('title', proposed);
      last.current = proposed;
    }, [proposed, fields]);
    return (
      <FieldFrame {...props}>
        <Input autoComplete="off" />
      </FieldFrame>
    );
  },
};

/** Where a draft begins: with what of an earlier one. */
export type Beginning = Partial<Pick<Body, 'act' | 'unitId' | 'cycleId' | 'title' | 'items'>>;

export const DRAFT_FORM: CommandForm<Beginning> = form<Beginning>()({
  command: 'DraftDecision',
  shape: DecisionDraftBody,
  fields: { act: actField, unitId: bodyField, cycleId: cycleField, items: itemsField, title: titleField },
  initial: (beginning) => beginning,
  send: ({ path: _, ...sent }) => decisionsCreate(sent),
});
