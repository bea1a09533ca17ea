/** Of a hash as many digits as a person compares by eye: 64 bits, which nobody makes up twice. */
const DIGITS = 16;

/**
 * The control code ("mã kiểm tra") of a SHA-256, by which people tell that two lists or files are the same, in groups of
 * four: `32F0-F736-2C0D-77C7`.
 */
export const controlCode = (sha256: string): string =>
  sha256
    .slice(0, DIGITS)
    .toUpperCase()
    .match(/.{1,4}/gu)
    ?.join('-') ?? '';
