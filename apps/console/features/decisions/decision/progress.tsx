import { Alert, Progress as Bar } from 'antd';
import type { DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { count } from '../../../shared/dates/dates.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** How far an issued decision has come, and what dropped out, by name and with why. */
export const Progress = ({ decision }: { readonly decision: DecisionDetail }) => {
  const { t, language } = useTexts();
  const { status, applied, rejected, itemCount } = decision;
  if (status !== 'ISSUED' && status !== 'COMPLETED') return null;
  const done = applied + rejected;
  const dropped = decision.items.filter(({ outcome }) => outcome === 'REJECTED');
  const told = (value: number): string => count(value, language);
  return (
    <section className="decision-progress">
      {status === 'ISSUED' && (
        <>
          <Bar
            percent={itemCount === 0 ? 0 : Math.floor((done * 100) / itemCount)}
            aria-label={t('decisions.page.applying', { done: told(done), total: told(itemCount) })}
          />
          <p className="help">{t('decisions.page.applyingHelp')}</p>
        </>
      )}
      <p role="status">
        {status === 'ISSUED' && <>{t('decisions.page.applying', { done: told(done), total: told(itemCount) })} </>}
        {applied > 0 && <span className="status status-good">{t('decisions.page.applied', { count: applied })}</span>}
        {rejected > 0 && (
          <>
            {' '}
            <span className="status status-bad">{t('decisions.page.rejected', { count: rejected })}</span>
          </>
        )}
      </p>
      {dropped.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('decisions.page.dropped')}
          description={
            <ul className="dropped">
              {dropped.map(({ itemId, name, unitName, outcomeSentence, outcomeReason }) => (
                <li key={itemId}>
                  <span lang="vi">
                    <strong>{name}</strong>
                    {unitName !== null && ` (${unitName})`}
                  </span>
                  : {(outcomeSentence as { vi: string; en: string } | null)?.[language] ?? outcomeReason}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  );
};
