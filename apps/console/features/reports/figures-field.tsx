import { Checkbox, Form } from 'antd';
import { useTexts } from '../../shared/texts/i18n.ts';
import { count } from '../../shared/dates/dates.ts';
import { useWholeRule, Whole } from '../../shared/forms/number-fields.tsx';
import { isUnread } from '../../shared/forms/typed.ts';
import type { Field, FieldProps } from '../../shared/forms/form.ts';
import { FigureText, type Column } from './figures-table.tsx';
import { useReportTexts } from './report-texts.ts';
import { sumOf, type TypedFigure } from './sums.ts';
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
                  {figure.locked ? (
                    <span lang="vi">{figure.name}</span>
                  ) : (
                    <label lang="vi" htmlFor={[...path, figure.code].join('_')}>
                      {figure.name}
                    </label>
                  )}
                  {figure.required && !figure.locked && <span className="required"> *</span>}
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
  const { code, name, locked, value, required, sumOf: parts } = figure;
  if (locked) {
    return (
      <>
        <FigureText of={value} />
        <span className="help"> ({t('reports.figures.locked')})</span>
      </>
    );
  }
  const missing = required
    ? t('reports.figures.missing', { figure: name })
    : t('reports.figures.missingOptional', { figure: name });
  return (
    <>
      <Form.Item
        name={[...path, code]}
        rules={[...(parts.length > 0 ? [] : [{ required: true, message: missing }]), whole(name, { max: MOST })]}
        validateTrigger={[]}
      >
        <FigureInput name={name} none={!required} />
      </Form.Item>
      {parts.length > 0 && <Sum path={path} figure={figure} figures={figures} />}
    </>
  );
};

interface InputProps {
  readonly id?: string;
  readonly value?: TypedFigure;
  readonly onChange?: (value: TypedFigure) => void;
  readonly name: string;
  /** Whether "no data" may be said. */
  readonly none: boolean;
}

/** A number, or that there is none: an untouched field is neither. */
const FigureInput = ({ id, value, onChange, name, none }: InputProps) => {
  const { t } = useTexts();
  return (
    <div className="figure-input">
      {value === 'none' ? (
        <em>{t('reports.figures.none')}</em>
      ) : (
        <Whole
          {...(id === undefined ? {} : { id })}
          {...(value === undefined ? {} : { value })}
          onChange={(typed) => onChange?.(typed)}
        />
      )}
      {isUnread(value) && (
        <span role="alert" className="late">
          {t('forms.notWhole', { label: name, typed: value.unread })}
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

/** What the parts of a total come to while they are typed, and by how much the total that was typed is off. */
const Sum = ({ path, figure, figures }: CellProps) => {
  const { t, language } = useTexts();
  const typed = (Form.useWatch([...path]) ?? {}) as Readonly<Record<string, TypedFigure>>;
  const parts = figures.filter(({ code }) => figure.sumOf.includes(code));
  const told = parts.map(({ code, locked, value }) => (locked ? value : (typed[code] ?? undefined)));
  const names = parts.map(({ name }) => name).join(' + ');
  // What is not typed yet, or cannot be read, has no sum.
  if (told.some((one) => one === undefined || isUnread(one))) return null;
  const sum = sumOf(told.map((one) => (typeof one === 'number' ? one : null)));
  if (sum === null) return <div className="help">{t('reports.figures.sumNone', { parts: names })}</div>;
  const total = typed[figure.code];
  const said = { sum: count(sum, language), parts: names };
  if (total === undefined || isUnread(total))
    return (
      <div className="help" role="status">
        {t('reports.figures.sumTaken', said)}
      </div>
    );
  if (total === sum) return <div className="help">{t('reports.figures.sum', said)}</div>;
  const difference = total === 'none' ? sum : Math.abs(total - sum);
  return (
    <div className="late" role="status">
      {t('reports.figures.sumOff', { ...said, difference: count(difference, language) })}
    </div>
  );
};
