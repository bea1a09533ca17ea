import { Link } from 'react-router';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import type { AuditEntry, Inbox } from '../../shared/api/generated/types.gen.ts';

/** What an entry is about; where it has a page, the way there. */
export const About = ({ of }: { readonly of: AuditEntry }) => {
  const { t } = useTexts();
  const duty = dutyOf(of);
  if (duty !== undefined) {
    return (
      <div>
        <Link to={duty.at}>{capital(t(`dutyNames.${duty.kind}`))}</Link>
        <div className="help" lang="vi">
          {of.ofUnitName}
        </div>
      </div>
    );
  }
  const at = placeOf(of);
  const name =
    of.registrationName ?? of.decisionTitle ?? of.subjectName ?? of.personName ?? of.regulationTitle ?? of.cycleName;
  return (
    <div lang="vi">
      {name !== null && (at === undefined ? name : <Link to={at}>{name}</Link>)}
      {of.ofUnitName !== null && of.ofUnitName !== name && (
        <div className={name === null ? undefined : 'help'}>{of.ofUnitName}</div>
      )}
    </div>
  );
};

const placeOf = ({ registrationId, decisionId, subjectId, stream }: AuditEntry): string | undefined => {
  if (registrationId !== null) return `/registrations/${registrationId}`;
  if (decisionId !== null) return `/decisions/${decisionId}`;
  if (subjectId === null) return undefined;
  return `/${stream.startsWith('report-') ? 'reports' : 'commendations'}/${subjectId}`;
};

type DutyKind = Inbox['items'][number]['duties'][number]['kind'];

/** What a reminder is about: the report or the registration that is owed. */
const dutyOf = ({ stream, data }: AuditEntry): { readonly kind: DutyKind; readonly at: string } | undefined => {
  if (!stream.startsWith('reminder-')) return undefined;
  const { kind, subjectId } = data as { readonly kind?: DutyKind; readonly subjectId?: string };
  if (kind === undefined || subjectId === undefined) return undefined;
  return { kind, at: `/${kind === 'REPORT' ? 'reports' : 'registrations'}/${subjectId}` };
};
