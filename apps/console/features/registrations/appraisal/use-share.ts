import { useTexts } from '../../../shared/texts/i18n.ts';
import { shareOf } from './vote.ts';

/** What part of the whole it is, as a clerk writes it: `= 80 %`, `(hơn 66,66 %)`. */
export const useShare = (): ((part: number, whole: number) => string) => {
  const { t, language } = useTexts();
  return (part, whole) => {
    const { hundredths, exact } = shareOf(part, whole);
    const share = (hundredths / 100).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', {
      maximumFractionDigits: 2,
    });
    return t(exact ? 'appraisal.vote.share.is' : 'appraisal.vote.share.over', { share });
  };
};
