import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Facts } from '../../../shared/page/facts.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** What the standing body asks for, and until when. */
export const Supplement = ({ subject }: { readonly subject: RegistrationDetail }) => {
  const { t } = useTexts();
  return (
    <>
      <h2 className="first">{t('registrations.supplement')}</h2>
      <ul lang="vi">
        {subject.dossier?.missing.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <Facts facts={[[t('registrations.due'), subject.dueOn && day(subject.dueOn)]]} />
    </>
  );
};
