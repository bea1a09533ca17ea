export type Seen = 'PICTURE' | 'PAPER';

/** How a file can be looked at here, by its name; the api alone says what it is. */
export const previewOf = (fileName: string): Seen | undefined => {
  if (/\.pdf$/iu.test(fileName)) return 'PAPER';
  return /\.(?:png|jpe?g|webp)$/iu.test(fileName) ? 'PICTURE' : undefined;
};
