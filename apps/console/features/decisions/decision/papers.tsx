import type { DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { FileList } from '../../../shared/page/file-list.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly papers: DecisionDetail['papers'];
  readonly issued: boolean;
}

/** The signed papers, the first one first; that none is there is said once the decision is issued. */
export const Papers = ({ papers, issued }: Props) => {
  const { t } = useTexts();
  if (papers.length === 0 && !issued) return null;
  return (
    <section aria-label={t('decisions.page.papers')}>
      <h2>{t('decisions.page.papers')}</h2>
      {papers.length === 0 ? <p>{t('decisions.page.noPaper')}</p> : <FileList files={papers} />}
    </section>
  );
};
