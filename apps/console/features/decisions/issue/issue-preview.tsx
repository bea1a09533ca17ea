import type { DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { controlCode } from '../../../shared/page/control-code.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { numberText } from './number-text.ts';
import { useNextNumbers } from './use-next-numbers.ts';

interface Props {
  readonly subject: DecisionDetail;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What will stand on the paper, and what follows once it is signed. */
export const IssuePreview = ({ subject, values }: Props) => {
  const { t } = useTexts();
  const { issuedOn, term, docType, symbol, requested } = values;
  const { data } = useNextNumbers({ id: subject.id, issuedOn, term });
  const own = (requested ?? {}) as { readonly number?: number; readonly text?: string };
  const number = own.number ?? data?.items.find(({ code }) => code === docType)?.number;
  const shown =
    own.text ?? (number === undefined ? '…' : numberText(number, typeof symbol === 'string' ? symbol.trim() : ''));
  return (
    <>
      <h2 className="first">{t('decisions.issue.preview')}</h2>
      <p className="issue-number">
        {t('decisions.issue.number', { number: shown })}{' '}
        {typeof issuedOn === 'string' && issuedOn !== '' && t('decisions.issue.on', { on: day(issuedOn) })}
      </p>
      <p lang="vi">{subject.title}</p>
      <p>
        {t('decisions.issue.items', {
          count: subject.itemCount,
          code: controlCode(subject.manifestSha256 ?? ''),
        })}
      </p>
      <p className="help">{t('decisions.issue.follows')}</p>
    </>
  );
};
