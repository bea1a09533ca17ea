import type { DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { controlCode } from '../../../shared/page/control-code.ts';
import { Facts } from '../../../shared/page/facts.tsx';
import { capital } from '../../../shared/texts/capital.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** What stands on the paper, who had a hand in it, and the code by which its list is known. */
export const DecisionFacts = ({ decision }: { readonly decision: DecisionDetail }) => {
  const { t } = useTexts();
  const { manifestSha256, signerName, capacity } = decision;
  return (
    <>
      <Facts
        facts={[
          [t('decisions.number'), decision.numberText ?? t('decisions.noNumber')],
          [t('decisions.issuedOn'), decision.issuedOn && day(decision.issuedOn)],
          [t('decisions.act'), capital(t(`actNames.${decision.act}`))],
          [t('decisions.body'), decision.unitName, 'vi'],
          [t('decisions.cycle'), decision.cycleName, 'vi'],
          [t('decisions.page.signer'), signerName && [signerName, capacity].filter(Boolean).join(', '), 'vi'],
          [t('decisions.page.drafted'), decision.draftedByName, 'vi'],
          [t('decisions.page.frozen'), decision.frozenByName, 'vi'],
          [t('decisions.page.cancelled'), decision.cancelReason, 'vi'],
        ]}
      />
      {manifestSha256 !== null && (
        <p className="control-code">
          {t('decisions.page.code')}: <code>{controlCode(manifestSha256)}</code>
          <span className="help"> {t('decisions.page.codeHelp')}</span>
        </p>
      )}
    </>
  );
};
