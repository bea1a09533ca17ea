import type { ReactNode } from 'react';

interface Props {
  /** In the language of the page. */
  readonly text: string;
  /** What is named in it: offices call their things in Vietnamese, whatever the page is in. */
  readonly name: string | null | undefined;
}

/** A text with a name in it, of which a screen reader knows the language. Source: WCAG 3.1.2. */
export const Named = ({ text, name }: Props) => {
  const at = name ? text.indexOf(name) : -1;
  if (!name || at === -1) return text;
  return (
    <>
      {text.slice(0, at)}
      <span lang="vi">{name}</span>
      {text.slice(at + name.length)}
    </>
  );
};

/** What was chosen from names that offices gave, as a choice shows it. */
export const namedChoice = ({ label }: { readonly label?: ReactNode }) => <span lang="vi">{label}</span>;
