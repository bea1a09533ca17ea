import { useRef, useState } from 'react';
import { useTexts } from '../texts/i18n.ts';

/** The number under which those who help find what happened, to be copied; without a secured address it is selected. */
export const TraceId = ({ of: trace }: { readonly of: string }) => {
  const { t } = useTexts();
  const shown = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(trace);
      setSaid(t('page.trace.copied'));
    } catch {
      // No clipboard: a browser gives it to pages over https only.
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      setSaid(t('page.trace.selected'));
    }
  };

  return (
    <p className="help trace-id">
      {t('page.trace.label')} <code ref={shown}>{trace}</code>{' '}
      <button type="button" className="link" onClick={() => void copy()}>
        {t('page.trace.copy')}
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
};
