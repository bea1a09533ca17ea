import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { evidenceOneOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { instant } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { FileLink } from '../../../shared/page/file-link.tsx';
import { previewOf, type Seen } from '../../../shared/page/preview-of.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import type { OpenDossier } from './open-dossier.ts';

type Known = OpenDossier['evidence'][number] & Partial<Pick<OpenDossier['files'][number], 'use'>>;

/** A file once, with all that it is there for. */
const once = (files: readonly Known[]): readonly (Known & { readonly uses: readonly NonNullable<Known['use']>[] })[] =>
  [...new Map(files.map((file) => [file.evidenceId, file])).values()].map((file) => ({
    ...file,
    uses: files.flatMap(({ evidenceId, use }) => (use && evidenceId === file.evidenceId ? [use] : [])),
  }));

interface Props {
  readonly files: readonly Known[];
}

/** The files something rests on: a picture or a pdf opens in place, the others are downloaded. */
export const Files = ({ files }: Props) => {
  const { t } = useTexts();
  const [open, setOpen] = useState<string>();
  if (files.length === 0) return <p>{t('model.evidence.none')}</p>;
  return (
    <ul className="evidence">
      {once(files).map((file) => {
        const { evidenceId, fileName, kind, uses, addedAt, addedByName } = file;
        const shown = open === evidenceId;
        const seen = previewOf(fileName);
        const act = t(shown ? 'model.evidence.hide' : 'model.evidence.show');
        return (
          <li key={evidenceId}>
            <div className="evidence-line">
              <div>
                <strong>{t(`documentKindNames.${kind}`)}</strong>
                {uses.length > 0 && (
                  <span className="help"> ({uses.map((use) => t(`model.evidence.use.${use}`)).join(', ')})</span>
                )}
                <div className="help">
                  <span lang="vi">{fileName}</span>,{' '}
                  {t('model.evidence.added', { person: addedByName, when: instant(addedAt) })}
                </div>
              </div>
              <div className="task-acts">
                {seen && (
                  <Button
                    size="small"
                    aria-label={`${act} ${fileName}`}
                    aria-expanded={shown}
                    onClick={() => setOpen(shown ? undefined : evidenceId)}
                  >
                    {act}
                  </Button>
                )}
                {!seen && <Download of={file} />}
              </div>
            </div>
            {shown && seen && <Preview kind={seen} file={file} />}
          </li>
        );
      })}
    </ul>
  );
};

const Download = ({ of: { evidenceId, fileName } }: { readonly of: Known }) => {
  const { t } = useTexts();
  return (
    <FileLink evidenceId={evidenceId} fileName={fileName} label={`${t('model.evidence.download')} ${fileName}`}>
      {t('model.evidence.download')}
    </FileLink>
  );
};

const Preview = ({ kind, file }: { readonly kind: Seen; readonly file: Known }) => {
  const { evidenceId, fileName } = file;
  const at = `/api/evidence/${evidenceId}/preview`;
  const there = useQuery({ ...evidenceOneOptions({ path: { id: evidenceId } }), staleTime: 0 });
  return (
    <div className="preview">
      <Answer of={there} fresh>
        {() => (kind === 'PICTURE' ? <img src={at} alt={fileName} /> : <iframe src={at} title={fileName} />)}
      </Answer>
      <p>
        <Download of={file} />
      </p>
    </div>
  );
};
