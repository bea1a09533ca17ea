import type { Report } from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { Status } from '../../shared/page/status.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useReportTexts } from './report-texts.ts';

type Of = Pick<Report, 'standing' | 'workingDays' | 'workingDaysLate' | 'submittedOn'>;

/** How a report stands against its due date, with the working days. */
export const Standing = ({ of }: { readonly of: Of }) => {
  const { t } = useTexts();
  const { days } = useReportTexts();
  return (
    <div>
      {of.standing === 'ON_TIME' ? (
        <span className={`status status-${of.submittedOn === null ? 'plain' : 'good'}`}>
          {capital(t(`onTimeNames.${of.submittedOn === null ? 'OWED' : 'SUBMITTED'}`))}
        </span>
      ) : (
        <Status of="standingNames" status={of.standing} />
      )}
      {days(of) && <div className="help">{days(of)}</div>}
    </div>
  );
};

/** The due date, and the first one where it was extended. */
export const Due = ({ of: { dueOn, originalDueOn } }: { readonly of: Pick<Report, 'dueOn' | 'originalDueOn'> }) => {
  const { t } = useTexts();
  return (
    <div>
      {day(dueOn)}
      {dueOn !== originalDueOn && <div className="help">{t('reports.wasDue', { on: day(originalDueOn) })}</div>}
    </div>
  );
};
