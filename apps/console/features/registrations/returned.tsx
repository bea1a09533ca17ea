import type { RegistrationDetail } from '../../shared/api/generated/types.gen.ts';
import { day, instant } from '../../shared/dates/dates.ts';
import { Notice } from '../../shared/page/notice.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** Of a registration that came back: why, and by which day it is to be sent again; or that it was, until it is accepted. */
export const Returned = ({ of: { status, dossier } }: { readonly of: RegistrationDetail }) => {
  const { t } = useTexts();
  const last = dossier?.returned.at(-1);
  if (last === undefined || (status !== 'RETURNED' && status !== 'SUBMITTED')) return null;
  const { reason, dueOn, recordedAt } = last;
  const waits = status === 'RETURNED';
  return (
    <Notice
      kind={waits ? 'waits' : 'plain'}
      title={waits ? t('registrations.toPutRight', { on: day(dueOn) }) : t('registrations.putRight')}
    >
      <p className="narrative" lang="vi">
        {reason}
      </p>
      <p className="help">{t('registrations.returnedAt', { when: instant(recordedAt) })}</p>
    </Notice>
  );
};
