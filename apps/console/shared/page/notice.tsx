import type { ReactNode } from 'react';

interface Props {
  readonly kind: 'good' | 'bad' | 'waits' | 'plain';
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Told at once by a screen reader: for what just happened. */
  readonly now?: boolean;
}

/** Something that a person should know on this page; a mark says the kind without colour. */
export const Notice = ({ kind, title, children, now = false }: Props) => (
  <div className={`notice notice-${kind}`} {...(now ? { role: 'alert' } : {})}>
    <p className="notice-title">{title}</p>
    {children}
  </div>
);
