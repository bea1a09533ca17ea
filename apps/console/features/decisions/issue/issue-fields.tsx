import { Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { failureOf, isRefusedAs } from '../../../shared/api/failure.ts';
import type { Decision, DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { today } from '../../../shared/dates/dates.ts';
import { line, NotOffered } from '../../../shared/forms/fields.tsx';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field, FieldProps, FieldText } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { useLastIssued, useNextNumbers } from './use-next-numbers.ts';

/** What is not asked of a person. */
export const notAsked = (text: FieldText): Field<unknown> => ({ text, Input: () => null });

/** What is seldom filled in stays folded away; what is typed in it is sent all the same. */
export const folded = (field: Field<unknown>): Field<unknown> => ({
  text: field.text,
  Input: (props: FieldProps<unknown>) => {
    const { t } = useTexts();
    const typed: unknown = Form.useWatch([...props.path], Form.useFormInstance());
    return (
      <details className="fold" open={Object.values(typed ?? {}).some(Boolean)}>
        <summary>{t(`fields.${field.text}.label`)}</summary>
        <field.Input {...props} />
      </details>
    );
  },
});

/** What a book is of: the term, or the year of the day. */
const periodOf = (issuedOn: unknown, term: unknown): string =>
  typeof term === 'string' && term.trim() !== ''
    ? term.trim()
    : (typeof issuedOn === 'string' && issuedOn !== '' ? issuedOn : today()).slice(0, 4);

/** The books begin anew with each term, and none was named. */
const needsTerm = (error: unknown): boolean => error !== null && isRefusedAs(failureOf(error), 'term-required');

/** The type of document, each with the number it would get; of one there is nothing to choose. */
export const docTypeField: Field<DecisionDetail> = {
  text: 'docType',
  Input: (props: FieldProps<DecisionDetail>) => {
    const { t } = useTexts();
    const form = Form.useFormInstance();
    const issuedOn: unknown = Form.useWatch('issuedOn', form);
    const term: unknown = Form.useWatch('term', form);
    const asked = useNextNumbers({ id: props.subject.id, issuedOn, term });
    const { data, isPending } = asked;
    const period = periodOf(issuedOn, term);
    const only = data?.items.length === 1 ? data.items[0]?.code : undefined;
    useEffect(() => {
      if (only !== undefined && form.getFieldValue('docType') === undefined) form.setFieldValue('docType', only);
    }, [only, form]);
    return (
      <>
        <FieldFrame {...props} chosen>
          <Select
            loading={isPending}
            options={(data?.items ?? []).map(({ code, name, number }) => ({
              value: code,
              label: t('decisions.issue.next', { name, number, period }),
            }))}
          />
        </FieldFrame>
        {!needsTerm(asked.error) && <NotOffered asked={asked} />}
      </>
    );
  },
};

/** A line that holds at first what the last decision of the body held there. */
const asLast = (text: FieldText, of: (last: Decision) => string | null | undefined): Field<DecisionDetail> => ({
  text,
  Input: (props: FieldProps<DecisionDetail>) => {
    const form = Form.useFormInstance();
    const last = useLastIssued(props.subject.unitId);
    const before = last && of(last);
    const [name] = props.path;
    useEffect(() => {
      if (before && form.getFieldValue(name) === undefined) form.setFieldValue(name, before);
    }, [before, form, name]);
    return (
      <FieldFrame {...props}>
        <Input autoComplete="off" />
      </FieldFrame>
    );
  },
});

export const symbolField = asLast('symbol', ({ documentNumber }) => documentNumber?.symbol);

export const capacityField = asLast('capacity', ({ capacity }) => capacity);

const TERM = line('term');

/** Asked for where the books begin anew with each term, as the api says; where one was typed it stays to be seen. */
export const termField: Field<DecisionDetail> = {
  text: 'term',
  Input: (props: FieldProps<DecisionDetail>) => {
    const form = Form.useFormInstance();
    const issuedOn: unknown = Form.useWatch('issuedOn', form);
    const term: unknown = Form.useWatch('term', { form, preserve: true });
    const { error } = useNextNumbers({ id: props.subject.id, issuedOn, term });
    const [asked, setAsked] = useState(false);
    if (!asked && (Boolean(term) || needsTerm(error))) setAsked(true);
    return asked ? <TERM.Input {...props} required /> : null;
  },
};
