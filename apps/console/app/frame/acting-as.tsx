import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { actAs, useActingAs, type Appointment } from '../../shared/acting.ts';
import { Notice } from '../../shared/page/notice.tsx';
import { useIsActingOver, useWholeWho } from '../../shared/session.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';

/** Person, role and unit, on every page; who holds several appointments chooses under which they act. */
export const ActingAs = () => {
  const { t } = useTexts();
  const { name, appointments } = useWholeWho();
  const { acting, isOver, choose } = useChoice();
  const nameOf = useNameOf();
  return (
    <div className="acting-as">
      <Link to="/account" lang="vi">
        {name}
      </Link>
      {appointments.length === 0 || (appointments.length === 1 && !isOver) ? (
        (isOver && acting ? [acting] : appointments).map((each) => (
          <span key={each.appointmentId}>
            <Named
              text={isOver ? t('frame.acting.over', { appointment: nameOf(each) }) : nameOf(each)}
              name={each.unitName}
            />
          </span>
        ))
      ) : (
        <select
          aria-label={t('frame.acting.label')}
          value={acting?.appointmentId ?? ''}
          onChange={({ target }) => choose(appointments.find(({ appointmentId }) => appointmentId === target.value))}
        >
          <option value="">{t('frame.acting.all')}</option>
          {acting && isOver && (
            <option value={acting.appointmentId}>{t('frame.acting.over', { appointment: nameOf(acting) })}</option>
          )}
          {appointments.map((each) => (
            <option key={each.appointmentId} value={each.appointmentId}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};

/**
 * Says that what one acted under is over, and under what one may go on, or that there is nothing; the page below stays as
 * it is. It alone says so: what the page asked meanwhile was refused for no other reason.
 */
export const ActingOver = () => {
  const { t } = useTexts();
  const { appointments } = useWholeWho();
  const { acting, isOver, choose } = useChoice();
  const nameOf = useNameOf();
  const isAlone = appointments.length === 0;
  if (isAlone && acting === undefined)
    return <Notice kind="waits" title={t('frame.acting.noneTitle')} children={<p>{t('frame.acting.noneText')}</p>} />;
  if (acting === undefined || !isOver) return null;
  return (
    <div className="acting-over">
      <Notice kind="bad" now title={t('frame.acting.endedTitle', { appointment: nameOf(acting) })}>
        <p>{t(isAlone ? 'frame.acting.endedAlone' : 'frame.acting.endedText')}</p>
        <div className="task-acts">
          {appointments.map((each) => (
            <button key={each.appointmentId} type="button" className="button" onClick={() => choose(each)}>
              {nameOf(each)}
            </button>
          ))}
          {appointments.length > 1 && (
            <button type="button" className="button" onClick={() => choose(undefined)}>
              {t('frame.acting.all')}
            </button>
          )}
        </div>
      </Notice>
    </div>
  );
};

const useNameOf = () => {
  const { t } = useTexts();
  return ({ role, unitName }: Appointment): string => `${capital(t(`roleNames.${role}`))}, ${unitName ?? ''}`;
};

/** What one acts under, and the way to another: what pages have read under the one before is read anew. */
const useChoice = () => {
  const queries = useQueryClient();
  const acting = useActingAs();
  const isOver = useIsActingOver();
  const choose = (appointment: Appointment | undefined): void => {
    actAs(appointment);
    queries.removeQueries({ type: 'inactive' });
    void queries.invalidateQueries();
  };
  return { acting, isOver, choose };
};
