import type { UseQueryResult } from '@tanstack/react-query';
import { Form, Input, Radio, Select, Switch } from 'antd';
import { useEffect } from 'react';
import { failureOf } from '../api/failure.ts';
import { FailurePanel } from '../page/failure-panel.tsx';
import { capital } from '../texts/capital.ts';
import { useClearing } from '../texts/clearing.tsx';
import { useTexts } from '../texts/i18n.ts';
import { namedChoice } from '../texts/named.tsx';
import type { Texts } from '../texts/vi/index.ts';
import { FieldFrame } from './field-frame.tsx';
import type { Field, FieldProps, FieldText, InputOf } from './form.ts';

type Props = FieldProps<unknown>;

/** One line of text. */
export const line = (text: FieldText): Field<unknown> => ({
  text,
  Input: (props: Props) => (
    <FieldFrame {...props}>
      <Input autoComplete="off" />
    </FieldFrame>
  ),
});

/** Several lines; how much room is left is shown. */
export const long = (text: FieldText, rows = 3): Field<unknown> => ({
  text,
  Input: (props: Props) => (
    <FieldFrame {...props}>
      <Paragraphs rows={rows} />
    </FieldFrame>
  ),
});

/** Text of several lines that grows while one types. */
export const Paragraphs = ({ rows, ...input }: { readonly rows: number } & InputOf<string>) => (
  <Input.TextArea
    lang="vi"
    {...input}
    value={input.value ?? ''}
    onChange={({ target }) => input.onChange?.(target.value)}
    autoSize={{ minRows: rows, maxRows: 20 }}
  />
);

/** Several short lines; takes and gives a list: each line that is typed is one of it. */
export const Lines = ({ id, value, onChange }: InputOf<readonly string[]>) => (
  <Input.TextArea
    lang="vi"
    {...(id === undefined ? {} : { id })}
    autoSize={{ minRows: 3, maxRows: 20 }}
    value={value?.join('\n') ?? ''}
    onChange={({ target }) => onChange?.(target.value === '' ? [] : target.value.split('\n'))}
  />
);

/** One of a few words that stand in the api's description. */
export const choice = (text: FieldText, kind: keyof Texts & `${string}Names`): Field<unknown> => ({
  text,
  Input: (props: Props) => {
    const { t } = useTexts();
    const words = t(kind, { returnObjects: true }) as Readonly<Record<string, string>>;
    const options = (props.shape.enum ?? []).map((value) => ({ value, label: capital(words[value] ?? value) }));
    return (
      <FieldFrame {...props}>
        {options.length <= 4 ? <Radio.Group options={options} /> : <Select options={options} />}
      </FieldFrame>
    );
  },
});

/** Yes or no. */
export const yes = (text: FieldText): Field<unknown> => ({
  text,
  Input: (props: Props) => (
    <FieldFrame {...props} getValueProps={(value) => ({ checked: value === true })}>
      <Switch />
    </FieldFrame>
  ),
});

/** What a person chooses from: asked of the api. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Why it cannot be chosen, in words. */
  readonly obstacle?: string | null;
}

export interface Options {
  readonly options: readonly Option[];
  readonly loading: boolean;
  /** What was asked of the api: where it does not answer it is said why, and asked again. */
  readonly asked?: Pick<UseQueryResult<unknown, unknown>, 'error' | 'refetch'>;
}

/** Why there is nothing to choose from. */
export const NotOffered = ({ asked }: Pick<Options, 'asked'>) =>
  asked?.error ? <FailurePanel failure={failureOf(asked.error)} again={() => void asked.refetch()} /> : null;

/** One, or several, of what the api offers; what cannot be chosen is shown with the reason. */
export const pick = <Subject,>(
  text: FieldText,
  useOptions: (subject: Subject) => Options,
  { several = false }: { readonly several?: boolean } = {},
): Field<Subject> => ({
  text,
  Input: (props: FieldProps<Subject>) => {
    const { options, loading, asked } = useOptions(props.subject);
    const clearing = useClearing();
    useOnlyOne(props, several ? [] : options);
    return (
      <>
        <FieldFrame {...props} chosen>
          <Select
            {...(several ? { mode: 'multiple' as const } : {})}
            showSearch={{
              filterOption: (typed, option) => (option?.search ?? '').includes(folded(typed)),
            }}
            allowClear={!props.required && clearing}
            loading={loading}
            labelRender={namedChoice}
            options={options.map(({ value, label, obstacle }) => ({
              value,
              search: folded(label),
              disabled: Boolean(obstacle),
              label: obstacle ? (
                <span>
                  <span lang="vi">{label}</span>
                  <br />
                  <small>{obstacle}</small>
                </span>
              ) : (
                label
              ),
              ...(obstacle ? { 'aria-label': `${label}. ${obstacle}` } : { lang: 'vi' }),
            }))}
          />
        </FieldFrame>
        <NotOffered asked={asked} />
      </>
    );
  },
});

/** Where something must be chosen and there is one thing to choose, it is chosen. */
const useOnlyOne = ({ path, required }: Pick<FieldProps<never>, 'path' | 'required'>, options: readonly Option[]) => {
  const fields = Form.useFormInstance();
  const open = options.filter(({ obstacle }) => !obstacle);
  const only = required && open.length === 1 ? open[0]?.value : undefined;
  useEffect(() => {
    if (only !== undefined && fields.getFieldValue([...path]) === undefined) fields.setFieldValue([...path], only);
  }, [fields, only, path]);
};

/** Without diacritics and in small letters, so that `uy ban` finds `Ủy ban`. */
export const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/gu, 'd').toLowerCase();
