import { useTexts } from '../texts/i18n.ts';

interface Item {
  readonly name: string;
  /** Of a name that an office wrote. */
  readonly lang?: 'vi';
  readonly done: boolean;
}

/** What is asked for, each with whether it is there, in words too. */
export const CheckList = ({ items }: { readonly items: readonly Item[] }) => {
  const { t } = useTexts();
  return (
    <ul className="checks">
      {items.map(({ name, lang, done }) => (
        <li key={name} className={done ? 'check-done' : 'check-open'}>
          <span className="begins" lang={lang}>
            {name}
          </span>{' '}
          <span className="help">{done ? t('page.given') : t('page.lacking')}</span>
        </li>
      ))}
    </ul>
  );
};
