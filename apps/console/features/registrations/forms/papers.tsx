import { useQuery } from '@tanstack/react-query';
import { registrationChoicesRequirementsOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useFiles } from '../../../shared/forms/use-files.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { CheckList } from '../../../shared/page/check-list.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly subject: RegistrationDetail;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Which papers the regulation asks for, and which of them are among the files. */
export const Papers = ({ subject, values }: Props) => {
  const { t, language } = useTexts();
  const asked = useQuery(registrationChoicesRequirementsOptions({ path: { id: subject.id } }));
  const kinds = useFiles((values['evidenceIds'] ?? []) as readonly string[]).map(({ kind }) => kind);
  return (
    <>
      <h2 className="first">{t('registrations.papers')}</h2>
      <Answer of={asked}>
        {({ documents }) =>
          documents.length === 0 ? (
            <p>{t('registrations.noPapers')}</p>
          ) : (
            <CheckList
              items={documents.map(({ kind, name }) => ({ name: name[language], done: kinds.includes(kind) }))}
            />
          )
        }
      </Answer>
    </>
  );
};
