import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../texts/i18n.ts';
import { Nothing, Page } from './page.tsx';

interface Props {
  /** The way to the nearest page that is there; to one's own work where none is told. */
  readonly children?: ReactNode;
}

/** An address that leads nowhere. */
export const PageNotFound = ({ children }: Props) => {
  const { t } = useTexts();
  return (
    <Page title={t('page.notFound.title')} found={false}>
      <Nothing text={t('page.notFound.text')}>{children ?? <Link to="/">{t('rooms.myWork')}</Link>}</Nothing>
    </Page>
  );
};
