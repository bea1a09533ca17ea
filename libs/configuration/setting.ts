import { isIP } from 'node:net';

/** A sentence for people, in both languages. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** What a raw text was read as, or what is wrong with it. */
type Parsed<Value> =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'wrong'; readonly problem: Text };

/** One setting: where it comes from, what it may be and what it means. */
export interface Setting<Value> {
  /** Name of the environment variable. A secret may also come from the file named by `<env>_FILE`. */
  readonly env: string;
  readonly kind: 'integer' | 'choice' | 'url' | 'text' | 'proxies';
  readonly secret: boolean;
  /** `undefined`: the setting may be absent. */
  readonly default: Value;
  /** What it accepts, for people. */
  readonly accepts: Text;
  readonly meaning: Text;
  readonly parse: (raw: string) => Parsed<Value>;
}

interface Described<Value> {
  readonly env: string;
  readonly default: Value;
  readonly secret?: boolean;
  readonly meaning: Text;
}

/** A whole number within bounds, both included. */
export function integer(
  of: Described<number> & { readonly min: number; readonly max: number; readonly unit?: Text },
): Setting<number> {
  const accepts = { vi: `số nguyên từ ${of.min} đến ${of.max}`, en: `a whole number from ${of.min} to ${of.max}` };
  return {
    ...common(of, accepts),
    kind: 'integer',
    parse: (raw) => {
      const value = Number(raw);
      const fits = /^\d+$/.test(raw) && value >= of.min && value <= of.max;
      return fits ? { kind: 'value', value } : wrong(accepts);
    },
  };
}

/** One of a few words. */
export function choice<const Word extends string>(
  of: Described<NoInfer<Word>> & { readonly words: readonly Word[] },
): Setting<Word> {
  const accepts = { vi: `một trong: ${of.words.join(', ')}`, en: `one of: ${of.words.join(', ')}` };
  return {
    ...common(of, accepts),
    kind: 'choice',
    parse: (raw) => {
      const value = of.words.find((word) => word === raw);
      return value === undefined ? wrong(accepts) : { kind: 'value', value };
    },
  };
}

/** The proxies between callers and this machine: how many, or which. */
export type TrustedProxies = false | number | readonly string[];

/** `false`, a number of proxies, or their addresses and networks, with commas between them. */
export function proxies(of: Described<TrustedProxies>): Setting<TrustedProxies> {
  const accepts = {
    vi: 'false, số máy chủ trung gian (1 đến 9), hoặc địa chỉ của chúng, cách nhau bằng dấu phẩy (10.0.0.2, 10.1.0.0/16)',
    en: 'false, a number of proxies (1 to 9), or their addresses with commas between them (10.0.0.2, 10.1.0.0/16)',
  };
  return {
    ...common(of, accepts),
    kind: 'proxies',
    parse: (raw) => {
      if (raw === 'false') return { kind: 'value', value: false };
      if (/^[1-9]$/u.test(raw)) return { kind: 'value', value: Number(raw) };
      const list = raw.split(',').map((each) => each.trim());
      return list.every(isNetwork) ? { kind: 'value', value: list } : wrong(accepts);
    },
  };
}

const isNetwork = (text: string): boolean => {
  const [address = '', prefix = '0', ...rest] = text.split('/');
  return (
    isIP(address) > 0 &&
    rest.length === 0 &&
    /^\d{1,3}$/u.test(prefix) &&
    Number(prefix) <= (isIP(address) === 4 ? 32 : 128)
  );
};

/** An absolute URL with one of the given schemes, e.g. `https:`; that of a cluster may name several hosts. */
export function url(
  of: Described<string | undefined> & { readonly schemes: readonly string[]; readonly severalHosts?: boolean },
): Setting<string | undefined> {
  const shapes = of.schemes.map((scheme) => `${scheme}//…`).join(', ');
  const accepts = { vi: `địa chỉ ${shapes}`, en: `an address ${shapes}` };
  return {
    ...common(of, accepts),
    kind: 'url',
    parse: (raw) => {
      const each = of.severalHosts === true ? eachHost(raw) : [raw];
      const fits = each.every((one) => URL.canParse(one) && of.schemes.includes(new URL(one).protocol));
      return fits ? { kind: 'value', value: raw } : wrong(accepts);
    },
  };
}

/** Any text of a least length. */
export function text<Value extends string | undefined>(
  of: Described<Value> & { readonly minLength?: number },
): Setting<Value | string> {
  const minLength = of.minLength ?? 1;
  const accepts =
    minLength > 1
      ? { vi: `chuỗi từ ${minLength} ký tự`, en: `a text of at least ${minLength} characters` }
      : { vi: 'chuỗi', en: 'a text' };
  return {
    ...common(of, accepts),
    kind: 'text',
    parse: (raw) => (raw.length >= minLength ? { kind: 'value', value: raw } : wrong(accepts)),
  };
}

/** `esdb://user@a:1,b:2?x` as `esdb://user@a:1?x` and `esdb://user@b:2?x`: what a URL may be by the standard. */
function eachHost(raw: string): readonly string[] {
  const [, before, hosts, behind] = /^([^:]+:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/su.exec(raw) ?? [];
  return (hosts ?? '').split(',').map((host) => (host === '' ? '' : `${before}${host}${behind}`));
}

function common<Value>(of: Described<Value>, accepts: Text) {
  return { env: of.env, default: of.default, secret: of.secret ?? false, accepts, meaning: of.meaning };
}

function wrong(accepts: Text): Parsed<never> {
  return { kind: 'wrong', problem: { vi: `phải là ${accepts.vi}`, en: `must be ${accepts.en}` } };
}
