import type { ReactNode } from 'react';

type Fact = readonly [name: string, value: ReactNode, lang?: 'vi'];

/** Pairs of a name and what stands there, and its language if an office wrote it; what is empty is left out. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
      .map(([name, value, lang]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
  </dl>
);
