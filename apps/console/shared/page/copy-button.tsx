import { useState, type RefObject } from 'react';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  readonly text: string;
  /** Where it is shown. */
  readonly shown: RefObject<HTMLElement | null>;
}

/** Copies a text, and says so; without a secured address it is selected. */
export const CopyButton = ({ text, shown }: Props) => {
  const { t } = useTexts();
  const [said, setSaid] = useState('');

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('page.trace.copied'));
    } catch {
      // No clipboard: a browser gives it to pages over https only.
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      setSaid(t('page.trace.selected'));
    }
  };

  return (
    <>
      <button type="button" className="link" onClick={() => void copy()}>
        {t('page.trace.copy')}
      </button>{' '}
      <span role="status">{said}</span>
    </>
  );
};
