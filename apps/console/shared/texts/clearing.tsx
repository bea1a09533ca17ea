import { useTexts } from './i18n.ts';

/** The button that empties a field, called in the language of the page: Ant Design calls it in English. */
export const useClearing = () => {
  const { t } = useTexts();
  const label = t('forms.clear');
  const clearIcon = (
    <span role="img" aria-label={label}>
      ✕
    </span>
  );
  return { label, clearIcon };
};
