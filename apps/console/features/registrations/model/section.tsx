import type { ReactNode } from 'react';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the page that the list of its parts leads to. */
export const Section = ({ id, title, children }: Props) => (
  <section id={id} aria-labelledby={`${id}-title`} className="part">
    <h2 id={`${id}-title`} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
);

/** The parts of the page, in their order. */
export const Contents = ({ parts }: { readonly parts: readonly (readonly [id: string, title: string])[] }) => {
  const { t } = useTexts();
  return (
    <nav className="contents" aria-label={t('model.contents')}>
      <ul>
        {parts.map(([id, title]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.scrollIntoView({ block: 'start' });
                document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
