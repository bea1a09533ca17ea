import type { EvidenceKind } from '../api/upload.ts';
import { instant } from '../dates/dates.ts';
import { capital } from '../texts/capital.ts';
import { useTexts } from '../texts/i18n.ts';
import { controlCode } from './control-code.ts';
import { FileLink } from './file-link.tsx';
import { previewOf } from './preview-of.ts';

/** A file of a dossier as the api tells it. */
export interface ToldFile {
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedByName: string | null;
}

/** Files by what they are: to keep or to look at, with who added them and the code by which a copy is known to be the same. */
export const FileList = ({ files }: { readonly files: readonly ToldFile[] }) => {
  const { t } = useTexts();
  return (
    <ul className="file-list">
      {files.map(({ evidenceId, kind, fileName, sha256, addedAt, addedByName }) => (
        <li key={evidenceId}>
          <strong>{capital(t(`documentKindNames.${kind}`))}</strong>{' '}
          <FileLink evidenceId={evidenceId} fileName={fileName}>
            {fileName}
          </FileLink>
          {previewOf(fileName) && (
            <>
              {' · '}
              <FileLink seen evidenceId={evidenceId} label={t('page.seeFile', { name: fileName })}>
                {t('page.see')}
              </FileLink>
            </>
          )}
          <div className="help">
            {t('page.file', {
              who: addedByName ?? t('page.system'),
              when: instant(addedAt),
              code: controlCode(sha256),
            })}
          </div>
        </li>
      ))}
    </ul>
  );
};
