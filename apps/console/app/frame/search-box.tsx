import { useNavigate, useSearchParams } from 'react-router';
import { useTexts } from '../../shared/texts/i18n.ts';

/** Finds from every page a model, a decision by its number or title, a unit; `/` leads here. */
export const SearchBox = () => {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const here = window.location.pathname === '/search' ? (params.get('q') ?? '') : '';
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        const q = new FormData(event.currentTarget).get('everywhere');
        if (typeof q === 'string' && q.trim() !== '')
          void navigate(`/search?${new URLSearchParams({ q: q.trim() }).toString()}`);
      }}
    >
      <input
        key={here}
        id="search"
        type="search"
        name="everywhere"
        defaultValue={here}
        maxLength={200}
        aria-label={t('search.box')}
        placeholder={t('search.box')}
      />
    </form>
  );
};
