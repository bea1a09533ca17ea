import type { Language } from '#problems';

/** The better of our two languages by `Accept-Language` (RFC 9110, 12.5.4); Vietnamese when nothing says otherwise. */
export const languageOf = (header: string | undefined): Language => {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(readWish)
    .filter((wish) => wish.weight > 0);
  const weightOf = (language: Language): number =>
    Math.max(0, ...wishes.filter((wish) => wish.primary === language).map((wish) => wish.weight));
  return weightOf('en') > weightOf('vi') ? 'en' : 'vi';
};

const readWish = (text: string): { readonly primary: string; readonly weight: number } => {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const parsed = weight === undefined ? 1 : Number(weight.slice(2));
  return { primary: tag.split('-')[0] ?? '', weight: Number.isFinite(parsed) ? parsed : 0 };
};
