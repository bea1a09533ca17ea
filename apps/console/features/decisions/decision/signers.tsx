import { useQuery } from '@tanstack/react-query';
import { failureOf, isProblem } from '../../../shared/api/failure.ts';
import { decisionsQueriesSignersOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Nothing } from '../../../shared/page/page.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { useAgainOn } from './use-again.ts';

/** Who can sign it, and who cannot and why; told to those who prepare and sign, and left out for the others. */
export const Signers = ({ id, revision }: Pick<DecisionDetail, 'id' | 'revision'>) => {
  const { t, language } = useTexts();
  const options = decisionsQueriesSignersOptions({ path: { id }, query: { limit: 200 } });
  const signers = useQuery(options);
  useAgainOn(revision, [options.queryKey]);
  const failure = signers.error ? failureOf(signers.error) : undefined;
  if (failure !== undefined && isProblem(failure) && failure.status === 403) return null;
  return (
    <section aria-label={t('decisions.page.signers')}>
      <h2>{t('decisions.page.signers')}</h2>
      <Answer of={signers}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('decisions.page.signersNone')} />
          ) : (
            <ul className="signers">
              {items.map(({ personId, unitId, personName, unitName, eligible, sentence }) => (
                <li key={`${personId} ${unitId}`}>
                  <span lang="vi">
                    <strong>{personName}</strong>, {unitName}
                  </span>
                  <div>
                    {eligible ? (
                      <span className="status status-good">{t('decisions.page.canSign')}</span>
                    ) : (
                      <span className="help">{sentence?.[language]}</span>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
};
