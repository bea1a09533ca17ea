import { useTexts } from '../../../shared/texts/i18n.ts';
import type { Many } from './bulk-forms.ts';
import type { Outcome } from './use-bulk.ts';

interface Props {
  readonly rows: Many;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly title: 'dropped' | 'wouldDrop';
}

/** What dropped out, by name and with the reason. */
export const Dropped = ({ rows, outcomes, title }: Props) => {
  const { t } = useTexts();
  const dropped = rows.flatMap((row) => {
    const outcome = outcomes.get(row.id);
    return outcome && !outcome.done ? [{ ...row, why: outcome.why }] : [];
  });
  if (dropped.length === 0) return null;
  return (
    <>
      <h2>{t(`bulk.${title}`, { count: dropped.length })}</h2>
      <ul>
        {dropped.map(({ id, name, unitName, why }) => (
          <li key={id}>
            <span lang="vi">
              <strong>{name}</strong> ({unitName})
            </span>
            : {why}
          </li>
        ))}
      </ul>
    </>
  );
};
