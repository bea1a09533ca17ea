import type { CommendationDetail } from '../../shared/api/generated/types.gen.ts';
import { instant } from '../../shared/dates/dates.ts';
import { FileList } from '../../shared/page/file-list.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** What a commendation rests on: its files, and what the council said, with the minutes. */
export const Dossier = ({ commendation: { files, review } }: { readonly commendation: CommendationDetail }) => {
  const { t } = useTexts();
  return (
    <>
      <h2>{t('commendations.dossier')}</h2>
      {files.length === 0 ? <p>{t('commendations.noFiles')}</p> : <FileList files={files} />}
      <Council review={review} />
    </>
  );
};

const Council = ({ review }: Pick<CommendationDetail, 'review'>) => {
  const { t } = useTexts();
  if (review === null) return null;
  const { favourable, opinion, minutes, personName, recordedAt } = review;
  return (
    <section aria-label={t('commendations.council')}>
      <h2>{t('commendations.council')}</h2>
      <p>
        <span className={`status status-${favourable ? 'good' : 'bad'}`}>
          {t(favourable ? 'commendations.favourable' : 'commendations.unfavourable')}
        </span>
      </p>
      <p className="prose" lang="vi">
        {opinion}
      </p>
      <p className="help">
        {t('commendations.recorded', { who: personName ?? t('page.system'), when: instant(recordedAt) })}
      </p>
      <FileList files={[minutes]} />
    </section>
  );
};
