import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { registrationsQueriesTimelineOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { RegistrationDetail, TimelineEntry } from '../../../shared/api/generated/types.gen.ts';
import { FieldFrame } from '../../../shared/forms/field-frame.tsx';
import type { Field } from '../../../shared/forms/form.ts';
import { useWho } from '../../../shared/session.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { inRange, mostOf, type CriteriaSet, type Criterion, type Score } from './sheet.ts';

/** The sheet: a line a criterion, what the unit says of it beside it, filled in from top to bottom by keyboard. */
export const scoreSheet: Field<RegistrationDetail> = {
  text: 'scores',
  Input: ({ subject, ...props }) => {
    const { t } = useTexts();
    const set = subject.dossier?.criteriaSet;
    if (!set) return null;
    return (
      <FieldFrame
        {...props}
        rules={set.criteria.map((criterion) => ({
          validator: async (_rule, scores: readonly Score[] | undefined) => {
            if (scores && isLacking(set, scores, criterion))
              throw new Error(t('appraisal.sheet.missing', { criterion: criterion.name }));
            await Promise.resolve();
          },
        }))}
      >
        <Sheet set={set} subject={subject} />
      </FieldFrame>
    );
  },
};

const isLacking = (set: CriteriaSet, scores: readonly Score[], criterion: Criterion): boolean => {
  const given = scores.find((score) => score.criterion === criterion.code);
  return given === undefined || !inRange(given.points, mostOf(set, criterion));
};

interface SheetProps {
  readonly id?: string;
  readonly value?: readonly Score[];
  readonly onChange?: (value: readonly Score[]) => void;
  /** Something of it was found wanting: each line that lacks its points is marked. */
  readonly 'aria-invalid'?: 'true';
  readonly set: CriteriaSet;
  readonly subject: RegistrationDetail;
}

const Sheet = ({ id, value = [], onChange, set, subject, ...of }: SheetProps) => {
  const { t } = useTexts();
  const table = useRef<HTMLTableElement>(null);
  const earlier = useEarlierScores(subject.id);
  const give = (code: string, points: number | undefined): void =>
    onChange?.(
      set.criteria.flatMap(({ code: criterion }) => {
        const now = criterion === code ? points : value.find((score) => score.criterion === criterion)?.points;
        return now === undefined ? [] : [{ criterion, points: now }];
      }),
    );
  return (
    <div id={id} className="sheet-frame">
      {earlier.length > 0 && value.length === 0 && (
        <p className="help">
          {t('appraisal.sheet.earlier')}{' '}
          <Button size="small" onClick={() => onChange?.(earlier)}>
            {t('appraisal.sheet.fillIn')}
          </Button>
        </p>
      )}
      <table ref={table} className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('appraisal.sheet.criterion')}</th>
            <th scope="col">{t('appraisal.sheet.points')}</th>
          </tr>
        </thead>
        <tbody>
          {set.criteria.map((criterion, place) => (
            <Line
              key={criterion.code}
              {...{ set, criterion, place, subject }}
              lacks={of['aria-invalid'] !== undefined && isLacking(set, value, criterion)}
              points={value.find((score) => score.criterion === criterion.code)?.points}
              give={(points) => give(criterion.code, points)}
              leave={(by) => walk(table.current, place + by)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** To the points of another line; behind the last lies the button that sends the sheet. */
const walk = (table: HTMLTableElement | null, place: number): void => {
  const inputs = table?.querySelectorAll<HTMLInputElement>('input[data-points]') ?? [];
  const next = inputs[place] ?? (place > 0 ? table?.closest('form')?.querySelector('button[type=submit]') : undefined);
  (next as HTMLElement | null | undefined)?.focus();
};

interface LineProps {
  readonly set: CriteriaSet;
  readonly criterion: Criterion;
  readonly place: number;
  readonly subject: RegistrationDetail;
  readonly points: number | undefined;
  readonly lacks: boolean;
  readonly give: (points: number | undefined) => void;
  readonly leave: (by: 1 | -1) => void;
}

const Line = ({ set, criterion, place, subject, points, lacks, give, leave }: LineProps) => {
  const { t } = useTexts();
  const told = subject.dossier?.results.find((result) => result.criterion === criterion.code)?.result;
  return (
    <tr>
      <th scope="row">
        <span id={`criterion-${criterion.code}`} lang="vi">
          {place + 1}. {criterion.name}
        </span>
        {criterion.mandatory && <span className="mark"> {t('appraisal.sheet.mandatory')}</span>}
        {told && (
          <p className="help sheet-told">
            {t('appraisal.sheet.told')} <span lang="vi">{told}</span>
          </p>
        )}
      </th>
      <td>
        {set.method === 'PASS_FAIL' ? (
          <Radio.Group
            aria-labelledby={`criterion-${criterion.code}`}
            aria-invalid={lacks}
            value={points}
            onChange={(event) => give(Number(event.target.value))}
            options={[
              { value: 1, label: t('appraisal.passed') },
              { value: 0, label: t('appraisal.failed') },
            ]}
          />
        ) : (
          <Points most={criterion.maxPoints} {...{ criterion, points, lacks, give, leave }} />
        )}
      </td>
    </tr>
  );
};

interface PointsProps extends Pick<LineProps, 'criterion' | 'points' | 'lacks' | 'give' | 'leave'> {
  readonly most: number;
}

/** Whole points; what is typed wrongly stays to be seen and is not rounded. */
const Points = ({ most, criterion, points, lacks, give, leave }: PointsProps) => {
  const { t } = useTexts();
  const [wrong, setWrong] = useState<string>();
  const shown = wrong ?? (points === undefined ? '' : String(points));
  const fault = shown !== '' && !(/^\d+$/u.test(shown) && inRange(Number(shown), most));

  const type = (typed: string): void => {
    const whole = /^\d+$/u.test(typed.trim());
    setWrong(whole || typed === '' ? undefined : typed);
    give(whole ? Number(typed) : undefined);
  };
  const press = (event: KeyboardEvent): void => {
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (by === undefined) return;
    event.preventDefault();
    leave(by);
  };

  return (
    <>
      <Input
        data-points
        className="points"
        inputMode="numeric"
        autoComplete="off"
        aria-labelledby={`criterion-${criterion.code}`}
        aria-describedby={`most-${criterion.code}`}
        aria-invalid={fault || lacks}
        {...(fault || lacks ? { status: 'error' as const } : {})}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onFocus={(event) => event.target.select()}
      />
      <span id={`most-${criterion.code}`} className="help">
        {fault ? (
          <span className="late">{t('appraisal.sheet.wrong', { most })}</span>
        ) : (
          t('appraisal.sheet.of', { most })
        )}
      </span>
    </>
  );
};

/** What the person gave before, until the appraisal is concluded it may be given anew. */
const useEarlierScores = (id: string): readonly Score[] => {
  const { personId } = useWho();
  const { data } = useQuery(registrationsQueriesTimelineOptions({ path: { id }, query: { limit: 200 } }));
  const last = data?.items.findLast((entry) => entry.type === 'ModelScored' && entry.actor.personId === personId);
  return last === undefined ? [] : scoresIn(last);
};

const scoresIn = ({ data }: TimelineEntry): readonly Score[] =>
  (data as { readonly scores?: readonly Score[] } | null)?.scores ?? [];
