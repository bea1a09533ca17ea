import { useNavigation } from 'react-router';
import { useLasting } from '../../shared/page/use-lasting.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

/** Milliseconds after which a page that does not come yet is worth a sign. */
const SHOWN_MS = 300;

/** That something happens while a page that was asked for is on its way. */
export const Going = () => {
  const { t } = useTexts();
  const isGoing = useLasting(useNavigation().state === 'loading', SHOWN_MS);
  return (
    <div role="status">
      {isGoing && (
        <div className="going">
          <span className="unseen">{t('page.loading')}</span>
        </div>
      )}
    </div>
  );
};
