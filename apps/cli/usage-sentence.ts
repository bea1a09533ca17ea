/** What is said of words on the command line that cannot be read, in both languages; `$1` and on are the words. */
const SENTENCES: readonly (readonly [of: RegExp, sentence: string])[] = [
  [
    /^error: option '(.+?)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/mu,
    "$1: không nhận '$2'; nhận một trong: $3. / does not take '$2' but one of: $3.",
  ],
  [
    /^error: required option '(.+)' not specified$/mu,
    'Thiếu $1; ý nghĩa từng tùy chọn ở dưới. / $1 is missing; what each option means stands below.',
  ],
  [/^error: option '(.+)' argument missing$/mu, '$1: thiếu giá trị. / its value is missing.'],
  [/^error: missing required argument '(.+)'$/mu, 'Thiếu <$1>. / <$1> is missing.'],
  [/^error: unknown option '(.+)'$/mu, 'Không có tùy chọn $1. / There is no option $1.'],
  [/^error: unknown command '(.+)'$/mu, 'Không có lệnh $1. / There is no command $1.'],
  [
    /^error: too many arguments.*\. Expected (\d+) arguments? but got (\d+)\.$/mu,
    'Chỉ nhận $1 tham số, không phải $2: tên có dấu cách thì đặt trong dấu nháy. / Only $1 arguments are taken, not $2: put a name with spaces in quotes.',
  ],
  [/^\(Did you mean (?:one of )?(.+)\?\)$/mu, 'Có phải $1? / Did you mean $1?'],
];

/** What the parser of the command line says of words it cannot read, as sentences for people. */
export const usageSentence = (said: string): string =>
  SENTENCES.reduce((text, [of, sentence]) => text.replace(of, sentence), said);
