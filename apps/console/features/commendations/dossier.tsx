import type { CommendationDetail } from '../../shared/api/generated/types.gen.ts';
import { instant } from '../../shared/dates/dates.ts';
import { FileList } from '../../shared/page/file-list.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** What a commendation rests on: its files, what was found when it was verified, what the council said, with the minutes. */
export const Dossier = ({
  commendation: { files, verification, review },
}: {
  readonly commendation: CommendationDetail;
}) => {
  const { t } = useTexts();
  return (
    <>
      <h2>{t('commendations.dossier')}</h2>
      {files.length === 0 ? <p>{t('commendations.noFiles')}</p> : <FileList files={files} />}
      <Verified verification={verification} />
      <Council review={review} />
    </>
  );
};

const Verified = ({ verification }: Pick<CommendationDetail, 'verification'>) => {
  const { t } = useTexts();
  if (verification === null) return null;
  return (
    <section aria-label={t('commendations.verification')}>
      <h2>{t('commendations.verification')}</h2>
      <p className="prose" lang="vi">
        {verification.note}
      </p>
      <Recorded of={verification} />
    </section>
  );
};

const Recorded = ({
  of,
}: {
  readonly of: Pick<NonNullable<CommendationDetail['verification']>, 'personName' | 'recordedAt'>;
}) => {
  const { t } = useTexts();
  const { personName, recordedAt } = of;
  return (
    <p className="help">
      {t('commendations.recorded', { who: personName ?? t('page.system'), when: instant(recordedAt) })}
    </p>
  );
};

const Council = ({ review }: Pick<CommendationDetail, 'review'>) => {
  const { t } = useTexts();
  if (review === null) return null;
  const { favourable, opinion, minutes } = review;
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
      <Recorded of={review} />
      <FileList files={[minutes]} />
    </section>
  );
};
