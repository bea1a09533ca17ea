import { useRef, useState } from 'react';
import { instant } from '../dates/dates.ts';
import { draftOf, placesOf, throwAwayDraft } from '../forms/drafts.ts';
import type { CommandForm } from '../forms/form.ts';
import { textOf, type Labelled } from '../forms/text-of.ts';
import { CopyButton } from '../page/copy-button.tsx';
import { Notice } from '../page/notice.tsx';
import { useWho } from '../session.tsx';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  /** The form that cannot be shown now. */
  readonly form: (Pick<CommandForm<never>, 'command'> & Labelled) | undefined;
  /** What its draft is about. */
  readonly about: string;
}

/**
 * What somebody typed in a form and did not send, where the form itself cannot be shown: to be read, copied, or thrown
 * away. What was chosen and not typed is told as such.
 */
export const KeptDraft = ({ form, about }: Props) => {
  const { t, language } = useTexts();
  const { personId } = useWho();
  const shown = useRef<HTMLPreElement>(null);
  const [thrownAway, setThrownAway] = useState(false);
  if (form === undefined || thrownAway) return null;
  const kept = placesOf({ personId, about, command: form.command }).flatMap((place) => draftOf(place) ?? []);
  const [last] = kept.toSorted((one, other) => other.keptAt.localeCompare(one.keptAt));
  if (last === undefined) return null;
  const words = { chosen: t('forms.kept.chosen'), yes: t('page.yes'), no: t('page.no') };
  const text = kept
    .map(({ values }) => textOf(values, form, (label) => t(`fields.${label}.label`), { ...words, language }))
    .join('\n\n');
  return (
    <Notice kind="waits" title={t('forms.kept.title', { when: instant(last.keptAt) })}>
      <p>{t('forms.kept.text')}</p>
      <pre ref={shown} className="kept-draft" lang="vi">
        {text}
      </pre>
      <p>
        <CopyButton text={text} shown={shown} />{' '}
        <button
          type="button"
          className="link"
          onClick={() => {
            placesOf({ personId, about, command: form.command }).forEach(throwAwayDraft);
            setThrownAway(true);
          }}
        >
          {t('forms.discardDraft')}
        </button>
      </p>
    </Notice>
  );
};
