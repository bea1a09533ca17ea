import { Checkbox, Form } from 'antd';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';
import { useWholeFault, useWholeRule, Whole, type FieldAria } from '../../shared/forms/number-fields.tsx';
import { isUnread } from '../../shared/forms/typed.ts';
import type { Field, FieldProps } from '../../shared/forms/form.ts';
import { FigureText, type Column } from './figures-table.tsx';
import { useReportTexts } from './report-texts.ts';
import { figureNow, isTyped, type TypedFigure } from './sums.ts';
import type { Subject } from './use-report.ts';
import { useVersionColumns } from './versions.tsx';

type Figure = Subject['form']['figures'][number];

/** The api takes no larger figure. */
const MOST = 1_000_000_000_000;

/** The figures of a report: typed ones beside those of the periods before; what the system knows is read only. */
export const figuresField: Field<Subject> = {
  text: 'reportFigures',
  Input: ({ path, subject }: FieldProps<Subject>) => {
    const { t } = useTexts();
    const { form, consolidation } = subject;
    const beside = useBeside(subject);
    return (
      <fieldset>
        <legend>{t('fields.reportFigures.label')}</legend>
        <p className="help">
          {t('fields.reportFigures.help')} {beside.length === 0 && t('reports.figures.earlierNone')}
        </p>
        <table className="report-figures figures-form">
          <thead>
            <tr>
              <th scope="col">{t('reports.figures.figure')}</th>
              <th scope="col">{t('reports.figures.thisTime')}</th>
              {beside.map(({ key, head, foot }) => (
                <th key={key} scope="col" className="beside">
                  {head}
                  {foot && <div className="help">{foot}</div>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {form.figures.map((figure) => (
              <tr key={figure.code}>
                <th scope="row">
                  {isTyped(figure) ? (
                    <label lang="vi" htmlFor={[...path, figure.code].join('_')}>
                      {figure.name}
                    </label>
                  ) : (
                    <span lang="vi">{figure.name}</span>
                  )}
                  {figure.required && isTyped(figure) && <span className="required"> *</span>}
                </th>
                <td data-label={t('reports.figures.thisTime')}>
                  <Cell path={path} figure={figure} figures={form.figures} />
                </td>
                {beside.map(({ key, head, figures }) => (
                  <td key={key} className="beside" data-label={head}>
                    <FigureText of={figures[figure.code]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {consolidation && differs(form.figures, consolidation.figures) && (
          <p role="status" className="late">
            {t('reports.figures.stale')}
          </p>
        )}
      </fieldset>
    );
  },
};

/** What the figures are read beside: the sum of the units now, what was handed in before, the periods before. */
const useBeside = ({ report, earlier, consolidation }: Subject): readonly Column[] => {
  const { t } = useTexts();
  const { period } = useReportTexts();
  const columnsOf = useVersionColumns();
  const last = report.versions.at(-1);
  return [
    ...(consolidation ? [{ key: 'now', head: t('reports.figures.unitsNow'), figures: consolidation.figures }] : []),
    ...(last === undefined ? [] : columnsOf(last)),
    ...earlier.map(({ period: of, figures }) => ({ key: period(of), head: period(of), figures })),
  ];
};

const differs = (figures: readonly Figure[], now: Readonly<Record<string, number | null>>): boolean =>
  figures.some(({ code, value }) => value !== (now[code] ?? null));

interface CellProps {
  readonly path: FieldProps<Subject>['path'];
  readonly figure: Figure;
  readonly figures: readonly Figure[];
}

const Cell = ({ path, figure, figures }: CellProps) => {
  const { t } = useTexts();
  const whole = useWholeRule();
  const { code, name, locked, value, required } = figure;
  if (locked) {
    return (
      <>
        <FigureText of={value} />
        <span className="help"> ({t('reports.figures.locked')})</span>
      </>
    );
  }
  if (!isTyped(figure)) return <Total path={path} figure={figure} figures={figures} />;
  const missing = required
    ? t('reports.figures.missing', { figure: name })
    : t('reports.figures.missingOptional', { figure: name });
  return (
    <Form.Item
      name={[...path, code]}
      rules={[{ required: true, message: missing }, whole(name, { max: MOST })]}
      validateTrigger={[]}
    >
      <FigureInput name={name} none={!required} />
    </Form.Item>
  );
};

interface InputProps extends FieldAria {
  readonly id?: string;
  readonly value?: TypedFigure;
  readonly onChange?: (value: TypedFigure) => void;
  readonly name: string;
  /** Whether "no data" may be said. */
  readonly none: boolean;
}

/** A number, or that there is none: an untouched field is neither. */
const FigureInput = ({ id, value, onChange, name, none, ...aria }: InputProps) => {
  const { t } = useTexts();
  const faultOf = useWholeFault();
  return (
    <div className="figure-input">
      {value === 'none' ? (
        <em>{t('reports.figures.none')}</em>
      ) : (
        <Whole
          {...aria}
          aria-required={!none}
          {...(id === undefined ? {} : { id })}
          {...(value === undefined ? {} : { value })}
          onChange={(typed) => onChange?.(typed)}
        />
      )}
      {isUnread(value) && (
        <span role="alert" className="late">
          {faultOf(name, { max: MOST }, value)}
        </span>
      )}
      {none && (
        <Checkbox
          {...(value === 'none' && id !== undefined ? { id } : {})}
          aria-label={`${name}: ${t('reports.figures.noData')}`}
          checked={value === 'none'}
          onChange={({ target }) => onChange?.(target.checked ? 'none' : undefined)}
        >
          {t('reports.figures.noData')}
        </Checkbox>
      )}
    </div>
  );
};

/** What the parts of a total come to while they are typed. */
const Total = ({ path, figure, figures }: CellProps) => {
  const { t } = useTexts();
  const typed = (Form.useWatch([...path]) ?? {}) as Readonly<Record<string, TypedFigure>>;
  const total = figureNow(figure.code, figures, typed);
  const parts = figures
    .filter(({ code }) => figure.sumOf.includes(code))
    .map(({ name }) => name)
    .join(' + ');
  return (
    <div role="status">
      {total !== undefined && <FigureText of={total} />}
      <div className="help">
        <Named text={t('reports.figures.sum', { parts })} name={parts} />
      </div>
    </div>
  );
};
