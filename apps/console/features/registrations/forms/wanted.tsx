import { Facts } from '../../../shared/page/facts.tsx';
import { day } from '../../../shared/dates/dates.ts';
import { CheckList } from '../../../shared/page/check-list.tsx';
import { capital } from '../../../shared/texts/capital.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { useRulesHere, type DossierSubject } from './dossier-form.tsx';

interface Props {
  readonly subject: DossierSubject;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the regulation asks of a registration, ticked off while one types. */
export const Wanted = ({ subject, values }: Props) => {
  const { t } = useTexts();
  const { cycle, regulation } = useRulesHere(subject);
  if (regulation === undefined) return <p className="help">{t('registrations.wanted.chooseCycle')}</p>;
  const typed = (values['form'] ?? {}) as Readonly<Record<string, string | undefined>>;
  const { requiredItems } = regulation.content.registration;
  return (
    <>
      <h2 className="first">{t('registrations.wanted.title')}</h2>
      <CheckList
        items={requiredItems.map((item) => ({
          name: capital(t(`registrationItemNames.${item}`)),
          done: (typed[item] ?? '').trim() !== '',
        }))}
      />
      <p className="help">{t('registrations.wanted.draft')}</p>
      <Facts
        facts={[
          [t('registrations.deadline'), cycle && day(cycle.registrationDeadline)],
          [t('registrations.regulation'), regulation.title, 'vi'],
        ]}
      />
      {regulation.illustrative && <p className="help">{t('registrations.illustrative')}</p>}
    </>
  );
};
