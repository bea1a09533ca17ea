import { day, instant } from '../../../shared/dates/dates.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import type { OpenDossier } from './open-dossier.ts';

/** What was corrected, and what is asked to be: the first value stays beside the new one. */
export const Corrections = ({ dossier }: { readonly dossier: OpenDossier }) => {
  const { t } = useTexts();
  const names = t('correctableNames', { returnObjects: true }) as Readonly<Record<string, string>>;
  const done = dossier.corrections.map((each) => ({
    ...each,
    remark: each.correctionId === undefined ? t('model.corrections.beside') : undefined,
    people: [
      ...[each.personName, ...(each.requestedByName ?? [])]
        .filter(Boolean)
        .slice(-1)
        .map((person) => t('model.corrections.requested', { person })),
      t('model.corrections.approved', { person: each.approvedByName }),
    ],
  }));
  const waiting = dossier.waitingCorrections.map((each) => ({
    ...each,
    remark: t('model.corrections.waiting'),
    people: [t('model.corrections.requested', { person: each.personName })],
  }));
  return (
    <ol className="log">
      {[...waiting, ...done].map(({ recordedAt, field, oldValue, newValue, reason, document, remark, people }) => (
        <li key={recordedAt + field}>
          <p>
            <strong>{names[field] ?? field}</strong>
            {remark && <span className="mark"> ({remark})</span>}
          </p>
          <dl className="pair">
            <div>
              <dt>{t('model.corrections.first')}</dt>
              <dd lang="vi">{oldValue}</dd>
            </div>
            <div>
              <dt>{t('model.corrections.now')}</dt>
              <dd lang="vi">{newValue}</dd>
            </div>
          </dl>
          <p className="help">
            <span lang="vi">{reason}</span> ({document.number}, {day(document.issuedOn)}). {people.join(', ')},{' '}
            {instant(recordedAt)}.
          </p>
        </li>
      ))}
    </ol>
  );
};
