import { Select } from 'antd';
import { useState } from 'react';
import { useClearing } from '../texts/clearing.tsx';
import { useTexts } from '../texts/i18n.ts';
import { namedChoice } from '../texts/named.tsx';
import { FieldFrame } from './field-frame.tsx';
import type { Field, FieldProps, FieldText } from './form.ts';
import { NotOffered, type Options } from './fields.tsx';

/** Milliseconds without a key before the server is asked. */
const PAUSE_MS = 250;

/** Asks the server for what is sought; the one that is chosen is always among what it gives. */
export type Seek<Subject> = (subject: Subject, typed: string, chosen: string | undefined) => Options;

/** One of more than a list can show: the server is searched while one types. */
export const seek = <Subject,>(text: FieldText, useFound: Seek<Subject>): Field<Subject> => ({
  text,
  Input: (props: FieldProps<Subject>) => (
    <FieldFrame {...props}>
      <Found subject={props.subject} useFound={useFound} />
    </FieldFrame>
  ),
});

interface FoundProps<Subject> {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
  readonly subject: Subject;
  readonly useFound: Seek<Subject>;
}

const Found = <Subject,>({ id, value, onChange, subject, useFound }: FoundProps<Subject>) => {
  const { t } = useTexts();
  const clearing = useClearing();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [timer, setTimer] = useState<number>();
  const { options, loading, asked: query } = useFound(subject, asked, value);
  return (
    <>
      <Select
        {...(id === undefined ? {} : { id })}
        value={value ?? null}
        onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? undefined)}
        allowClear={clearing}
        loading={loading}
        labelRender={namedChoice}
        notFoundContent={loading ? t('page.loading') : t('forms.notFound')}
        showSearch={{
          filterOption: false,
          searchValue: typed,
          onSearch: (now) => {
            setTyped(now);
            clearTimeout(timer);
            setTimer(window.setTimeout(() => setAsked(now), PAUSE_MS));
          },
        }}
        options={options.map(({ value: each, label: shown, obstacle }) => ({
          value: each,
          label: shown,
          lang: 'vi',
          disabled: Boolean(obstacle),
        }))}
      />
      <NotOffered asked={query} />
    </>
  );
};
