import type { ReportDetail } from '../../shared/api/generated/types.gen.ts';
import { day, instant } from '../../shared/dates/dates.ts';
import { Notice } from '../../shared/page/notice.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** Of a report that came back: why, by whom, and by which day it is to be sent again. */
export const Returned = ({ report: { status, returned } }: { readonly report: ReportDetail }) => {
  const { t } = useTexts();
  const last = returned.at(-1);
  if (status !== 'REVISION_REQUESTED' || last === undefined) return null;
  const { reason, dueOn, recordedAt, returnedByName } = last;
  return (
    <Notice kind="waits" title={t('reports.toPutRight', { on: day(dueOn) })}>
      <p className="narrative" lang="vi">
        {reason}
      </p>
      <p className="help">{t('reports.returnedBy', { who: returnedByName ?? '', when: instant(recordedAt) })}</p>
    </Notice>
  );
};
