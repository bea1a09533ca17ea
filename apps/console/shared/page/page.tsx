import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { instant } from '../dates/dates.ts';
import { remember, type Visited } from './recent.ts';
import { useWho } from '../session.tsx';
import { useTexts } from '../texts/i18n.ts';
import { Named } from '../texts/named.tsx';
import { usePrinting } from './use-printing.ts';

interface Props {
  readonly title: string;
  /** What is named in the title. */
  readonly name?: string | null;
  /** The report it is the page of. */
  readonly report?: Visited['report'];
  /** Whether there is what the address names; what is not there is not remembered. */
  readonly found?: boolean;
  /** Beside the title: a status, the main buttons. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title in the tab and as the heading, which takes the focus when one comes here from another page. */
export const Page = ({ title, name = null, report, found = true, beside, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  const { personId, appointments } = useWho();
  useEffect(() => {
    document.title = `${title} · Khéo`;
    const which = report && { kind: report.kind, period: report.period };
    if (found) remember(personId, { at: pathname, title, name, report: which });
  }, [title, name, report, pathname, personId, found]);
  const at = useRef<string>(undefined);
  useEffect(() => {
    const isNew = at.current !== pathname;
    at.current = pathname;
    // What had the focus may be gone with what was filtered.
    const isLost = document.activeElement === document.body;
    if (key !== 'default' && (isNew || isLost)) heading.current?.focus({ preventScroll: true });
  }, [key, pathname]);
  return (
    <>
      <p className="print-only" lang="vi">
        {appointments[0]?.unitName}
      </p>
      <div className="page-title">
        <h1 ref={heading} tabIndex={-1}>
          <Named text={title} name={name} />
        </h1>
        {beside}
      </div>
      {children}
      <Printed />
    </>
  );
};

/** On paper: when it was printed, and by whom. */
const Printed = () => {
  const { t } = useTexts();
  const { name } = useWho();
  usePrinting();
  return (
    <p className="print-only print-foot">{t('page.printed', { who: name, when: instant(new Date().toISOString()) })}</p>
  );
};

/** While something is fetched. */
export const Loading = () => {
  const { t } = useTexts();
  return (
    <div role="status" className="loading">
      {t('page.loading')}
    </div>
  );
};

interface EmptyProps {
  readonly text: string;
  readonly children?: ReactNode;
}

/**
 * Nothing to show: why, and what one may do. Who acts under no appointment is told so above, and not here that there is
 * nothing.
 */
export const Nothing = ({ text, children }: EmptyProps) => {
  const { appointments } = useWho();
  if (appointments.length === 0 && children === undefined) return null;
  return (
    <div className="nothing">
      <p>{text}</p>
      {children}
    </div>
  );
};
