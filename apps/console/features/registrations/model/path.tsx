import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { standings } from './steps.ts';

/** The movement's six steps, and where this model stands on them. */
export const Path = ({ model }: { readonly model: RegistrationDetail }) => {
  const { t } = useTexts();
  const { status, typical, registeredOn, dossier } = model;
  const steps = standings({
    ...{ status, typical, registeredOn },
    startedOn: dossier?.startedOn ?? null,
    replications: dossier?.replications.length ?? 0,
  });
  return (
    <ol className="path" aria-label={t('model.path.title')}>
      {steps.map(([step, standing]) => (
        <li
          key={step}
          className={`path-${standing}`}
          {...(standing === 'here' || standing === 'stopped' ? { 'aria-current': 'step' as const } : {})}
        >
          <strong>{t(`model.path.${step}`)}</strong>
          <span>{t(`model.path.${standing}`)}</span>
        </li>
      ))}
    </ol>
  );
};
