import { useTexts } from './i18n.ts';

/** A command as a button calls it, by its path: its whole name where that is short enough. */
export const useShortNames = (): ((path: string, name: string) => string) => {
  const { t } = useTexts();
  const short = t('shortNames', { returnObjects: true }) as Readonly<Record<string, string>>;
  return (path, name) => short[path] ?? name;
};
