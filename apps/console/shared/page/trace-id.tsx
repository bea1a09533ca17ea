import { useRef } from 'react';
import { useTexts } from '../texts/i18n.ts';
import { CopyButton } from './copy-button.tsx';

/** The number under which those who help find what happened, to be copied. */
export const TraceId = ({ of: trace }: { readonly of: string }) => {
  const { t } = useTexts();
  const shown = useRef<HTMLElement>(null);
  return (
    <p className="help trace-id">
      {t('page.trace.label')} <code ref={shown}>{trace}</code> <CopyButton text={trace} shown={shown} />
    </p>
  );
};
