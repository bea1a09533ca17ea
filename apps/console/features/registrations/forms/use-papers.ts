import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import type { Rule } from 'antd/es/form';
import { registrationChoicesRequirementsOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useFiles } from '../../../shared/forms/use-files.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** The papers that the regulation asks for, as the api tells them, and which of them are among the files. */
export const usePapers = (subject: RegistrationDetail, ids: readonly string[]) => {
  const { language } = useTexts();
  const asked = useQuery(registrationChoicesRequirementsOptions({ path: { id: subject.id } }));
  const files = useFiles(ids);
  const papers = (asked.data?.documents ?? []).map((document) => ({
    name: document.name[language],
    done: files.some(({ kind }) => kind === document.kind),
  }));
  return { asked, papers, areKnown: files.length === ids.length };
};

/** What is not there yet is told with what else is lacking, before anything is sent. */
export const usePapersRule = (subject: RegistrationDetail): readonly Rule[] => {
  const { t } = useTexts();
  const ids = (Form.useWatch(['evidenceIds']) ?? []) as readonly string[];
  const { papers, areKnown } = usePapers(subject, ids);
  const lacking = papers.filter(({ done }) => !done).map(({ name }) => name);
  return [
    {
      validateTrigger: 'onSubmit',
      validator: async () => {
        if (areKnown && lacking.length > 0)
          throw new Error(t('registrations.papersLacking', { papers: lacking.join(', ') }));
        await Promise.resolve();
      },
    },
  ];
};
