import { Button, Progress, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { useId, useRef, useState } from 'react';
import { failureOf, type Failure } from '../api/failure.ts';
import { useUploads } from './uploads.ts';
import { useFiles } from './use-files.ts';
import { upload, type EvidenceKind, type Uploaded } from '../api/upload.ts';
import { FailurePanel } from '../page/failure-panel.tsx';
import { FileLink } from '../page/file-link.tsx';
import { capital } from '../texts/capital.ts';
import { useTexts } from '../texts/i18n.ts';
import { FieldFrame } from './field-frame.tsx';
import type { Field, FieldProps, FieldText } from './form.ts';

interface Asked<Subject> {
  /** Whose files they are. */
  readonly unitOf: (subject: Subject) => string;
  /** The kinds that are asked for; one is taken as it is, of several the person chooses. */
  readonly kinds: readonly EvidenceKind[];
  /** Files that are there already and can be named again. */
  readonly there?: (subject: Subject) => readonly Uploaded[];
  /** What is wrong with them before they are sent. */
  readonly useRules?: (subject: Subject) => readonly Rule[];
}

const useNoRules = (): readonly Rule[] => [];

/** Files that are sent as soon as they are chosen, with how far it is; what is kept is the file's id. */
export const evidence = <Subject,>(
  text: FieldText,
  { useRules = useNoRules, ...asked }: Asked<Subject>,
): Field<Subject> => ({
  text,
  Input: (props: FieldProps<Subject>) => {
    const { t } = useTexts();
    return (
      <FieldFrame {...props} rules={useRules(props.subject)}>
        <Files
          label={t(`fields.${text}.label`)}
          unitId={asked.unitOf(props.subject)}
          kinds={asked.kinds}
          there={asked.there?.(props.subject) ?? []}
          several={props.shape.type === 'array'}
        />
      </FieldFrame>
    );
  },
});

/** A picture, or pages that were scanned. What else somebody calls a photograph is taken, and asked about. */
const SHOWS_A_PICTURE = /^image\/|\/pdf$/u;

interface FilesProps {
  readonly id?: string;
  readonly value?: string | readonly string[];
  readonly onChange?: (value: string | readonly string[] | undefined) => void;
  /** What is asked for; the button is called by what stands on it and by this. Source: WCAG 2.5.3. */
  readonly label: string;
  readonly unitId: string;
  readonly kinds: readonly EvidenceKind[];
  readonly there: readonly Uploaded[];
  readonly several: boolean;
}

export const Files = ({ id, value, onChange, label, unitId, kinds, there, several }: FilesProps) => {
  const { t } = useTexts();
  const own = useId();
  const counted = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(kinds[0] ?? 'OTHER');
  const [sent, setSent] = useState<readonly Uploaded[]>([]);
  const [share, setShare] = useState<number>();
  const [failure, setFailure] = useState<Failure>();
  const [unlike, setUnlike] = useState<readonly string[]>([]);
  const chosen = value === undefined ? [] : [value].flat();
  const known = [...there, ...sent, ...useFiles(chosen.filter((each) => !there.some((file) => file.id === each)))];

  const choose = t(several ? 'forms.files.chooseSeveral' : 'forms.files.choose');
  const change = (ids: readonly string[]): void => onChange?.(several ? ids : ids.at(-1));
  const take = async (files: readonly File[]): Promise<void> => {
    setFailure(undefined);
    setShare(0);
    let ids = chosen;
    try {
      for (const file of files) {
        const one = await counted(() => upload({ unitId, kind, file, progress: setShare }));
        setSent((before) => [...before, one]);
        if (kind === 'PHOTO' && !SHOWS_A_PICTURE.test(file.type)) setUnlike((before) => [...before, one.id]);
        ids = [...ids, one.id];
        change(ids);
      }
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setShare(undefined);
      if (input.current) input.current.value = '';
    }
  };

  return (
    <div className="files">
      {chosen.length > 0 && (
        <ul>
          {chosen.map((each) => {
            const file = known.find((one) => one.id === each);
            return (
              <li key={each}>
                <FileLink evidenceId={each} fileName={file?.fileName}>
                  {file?.fileName ?? t('forms.files.one')}
                </FileLink>
                {file && <span className="help"> {t(`documentKindNames.${file.kind}`)} </span>}
                <Button size="small" onClick={() => change(chosen.filter((one) => one !== each))}>
                  {t('forms.files.remove', { name: file?.fileName ?? '' })}
                </Button>
                {file && unlike.includes(each) && (
                  <p role="status">{t('forms.files.unlike', { name: file.fileName })}</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div className="files-add">
        {kinds.length > 1 && (
          <Select
            aria-label={t('forms.files.kind')}
            value={kind}
            onChange={setKind}
            options={kinds.map((each) => ({ value: each, label: capital(t(`documentKindNames.${each}`)) }))}
          />
        )}
        <Button id={id ?? own} aria-label={`${choose} ${label}`} onClick={() => input.current?.click()}>
          {choose}
        </Button>
        <input
          ref={input}
          className="unseen"
          tabIndex={-1}
          aria-hidden
          type="file"
          multiple={several}
          accept={kind === 'PHOTO' ? 'image/*,.pdf' : undefined}
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
      </div>
      {share !== undefined && <Progress percent={share} aria-label={t('forms.files.sending')} />}
      {failure && <FailurePanel failure={failure} />}
      {there.some((file) => !chosen.includes(file.id)) && (
        <p className="files-there">
          {t('forms.files.there')}{' '}
          {there
            .filter((file) => !chosen.includes(file.id))
            .map((file) => (
              <Button key={file.id} size="small" lang="vi" onClick={() => change([...chosen, file.id])}>
                {file.fileName}
              </Button>
            ))}
        </p>
      )}
    </div>
  );
};
