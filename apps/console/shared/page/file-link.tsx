import { useState, type MouseEvent, type ReactNode } from 'react';
import { failureOf, isAnotherPersonHere, isSignedOut, type Failure } from '../api/failure.ts';
import { evidenceOne } from '../api/generated/sdk.gen.ts';
import { FailurePanel } from './failure-panel.tsx';

interface Props {
  readonly evidenceId: string;
  /** What it is called: it is kept under this name. */
  readonly fileName?: string | undefined;
  /** It is shown in a tab of its own, and not kept. */
  readonly seen?: boolean;
  /** What is said in place of the text, where that alone tells too little. */
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * The way to a file. Whether it may be had is asked first, as everything is: whose session is over signs in on the page,
 * and what is refused is told there in words, and not by the browser.
 */
export const FileLink = ({ evidenceId, fileName, seen = false, label, children }: Props) => {
  const [failure, setFailure] = useState<Failure>();
  const href = `/api/evidence/${evidenceId}/${seen ? 'preview' : 'content'}`;

  const follow = async (event: MouseEvent): Promise<void> => {
    event.preventDefault();
    setFailure(undefined);
    // Opened while the key is pressed: later no browser would.
    const tab = seen ? window.open('', '_blank') : null;
    try {
      await evidenceOne({ path: { id: evidenceId }, throwOnError: true });
      if (tab === null) keep(href, fileName);
      else tab.location.replace(href);
    } catch (thrown) {
      tab?.close();
      const why = failureOf(thrown);
      if (!isSignedOut(why) && !isAnotherPersonHere(why)) setFailure(why);
    }
  };

  return (
    <>
      <a
        href={href}
        {...(seen ? { target: '_blank', rel: 'noreferrer' } : { download: fileName ?? '' })}
        lang={fileName !== undefined && label === undefined ? 'vi' : undefined}
        aria-label={label}
        onClick={(event) => void follow(event)}
      >
        {children}
      </a>
      {failure && <FailurePanel failure={failure} />}
    </>
  );
};

const keep = (href: string, name = ''): void => {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
};
