import { Button } from 'antd';
import { day } from '../../../shared/dates/dates.ts';
import { Day } from '../../../shared/forms/day.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
  readonly set: (changed: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }) => void;
}

/** The last instant of a day in Vietnam. */
export const endOf = (date: string): string => new Date(`${date}T23:59:59.999+07:00`).toISOString();

/** The book as it was: what was in force on a day, and what had been recorded by then. */
export const Clocks = ({ asOf, knownAt, set }: Props) => {
  const { t } = useTexts();
  const said = [
    ...(asOf ? [t('decisions.at.asOfSaid', { on: day(asOf) })] : []),
    ...(knownAt ? [t('decisions.at.knownAtSaid', { on: day(knownAt) })] : []),
  ];
  return (
    <>
      {said.length > 0 && (
        <p role="status" className="clocks-said">
          {t('decisions.at.shown', { at: said.join(', ') })}{' '}
          <Button size="small" onClick={() => set({ asOf: undefined, knownAt: undefined })}>
            {t('decisions.at.now')}
          </Button>
        </p>
      )}
      <details className="book-clocks">
        <summary>{t('decisions.at.title')}</summary>
        <div className="clocks-days">
          <label>
            {t('decisions.at.asOf')}
            <Day {...(asOf ? { value: asOf } : {})} onChange={(date) => set({ asOf: date })} />
          </label>
          <label>
            {t('decisions.at.knownAt')}
            <Day {...(knownAt ? { value: knownAt } : {})} onChange={(date) => set({ knownAt: date })} />
          </label>
        </div>
      </details>
    </>
  );
};
