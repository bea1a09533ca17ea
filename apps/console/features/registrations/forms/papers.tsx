import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { CheckList } from '../../../shared/page/check-list.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { usePapers } from './use-papers.ts';

interface Props {
  readonly subject: RegistrationDetail;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Which papers the regulation asks for, and which of them are among the files. */
export const Papers = ({ subject, values }: Props) => {
  const { t } = useTexts();
  const { asked, papers } = usePapers(subject, (values['evidenceIds'] ?? []) as readonly string[]);
  return (
    <>
      <h2 className="first">{t('registrations.papers')}</h2>
      <Answer of={asked}>
        {() => (papers.length === 0 ? <p>{t('registrations.noPapers')}</p> : <CheckList items={papers} />)}
      </Answer>
    </>
  );
};
