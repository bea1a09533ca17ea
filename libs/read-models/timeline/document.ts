import type { Told } from './told.ts';

/** The number of the paper an event stands on, as typed, however the event holds it. */
export const documentOf = ({ type, data }: Pick<Told, 'type' | 'data'>): string | null => {
  if (type === 'RegulationPublished') return (data as { readonly number: string }).number;
  if ('documentNumber' in data)
    return typeof data.documentNumber === 'string' ? data.documentNumber : data.documentNumber.text;
  if ('document' in data && data.document !== undefined) return data.document.number;
  return 'petition' in data && data.petition !== undefined ? data.petition.number : null;
};
