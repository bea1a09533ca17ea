import { useEffect, useState, type ReactNode } from 'react';
import { holdPlace, placesOf, type DraftKey } from './drafts.ts';

interface Props {
  readonly of: DraftKey;
  readonly children: (own: DraftKey) => ReactNode;
}

/** A form with a draft that no other tab of the browser has open: what is typed here overwrites nothing of what is typed there. */
export const OwnDraft = ({ of: { personId, about, command }, children }: Props) => {
  const [own, setOwn] = useState<DraftKey>();
  useEffect(() => {
    const closed = Promise.withResolvers<undefined>();
    let isOpen = true;
    const take = async (): Promise<void> => {
      // Whoever leaves at once holds nothing.
      await Promise.resolve();
      const places = placesOf({ personId, about, command });
      for (const each of places) {
        if (!isOpen) return;
        if ((await holdPlace(each, closed.promise)) || each === places.at(-1)) {
          setOwn(each);
          return;
        }
      }
    };
    // A form whose draft is shared is better than none.
    take().catch(() => setOwn({ personId, about, command }));
    return () => {
      isOpen = false;
      closed.resolve(undefined);
    };
  }, [personId, about, command]);
  return own && children(own);
};
