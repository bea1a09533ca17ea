import type { ReactNode } from 'react';
import { count } from '../../shared/dates/dates.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

type Figures = Readonly<Record<string, number | null>>;

/** One column of figures: a version, an earlier period, a sum. */
export interface Column {
  readonly key: string;
  readonly head: string;
  readonly foot?: ReactNode;
  readonly figures: Figures;
  /** Codes of those that nobody typed. */
  readonly locked?: readonly string[];
  /** It is there to compare with. */
  readonly beside?: boolean;
}

interface Props {
  readonly caption: string;
  /** Figures by code, in the order of the regulation. */
  readonly names: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
}

/** Figures side by side; "no data" is a word, never 0. */
export const FiguresTable = ({ caption, names, columns }: Props) => {
  const { t } = useTexts();
  return (
    <div className="list">
      <table className="report-figures" aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{t('reports.figures.figure')}</th>
            {columns.map(({ key, head, foot, beside }) => (
              <th key={key} scope="col" className={beside ? 'beside' : undefined}>
                {head}
                {foot && <div className="help">{foot}</div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(names).map(([code, name]) => (
            <tr key={code}>
              <th scope="row" lang="vi">
                {name}
              </th>
              {columns.map(({ key, head, figures, locked, beside }) => (
                <td key={key} data-label={head} className={beside ? 'beside' : undefined}>
                  <FigureText of={figures[code]} />
                  {locked?.includes(code) && <small className="help"> ({t('reports.figures.locked')})</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** A figure as it is read: `183.676`; without data it says so. */
export const FigureText = ({ of }: { readonly of: number | null | undefined }): ReactNode => {
  const { t, language } = useTexts();
  return of === null || of === undefined ? (
    <em className="help">{t('reports.figures.none')}</em>
  ) : (
    <span className="number">{count(of, language)}</span>
  );
};
