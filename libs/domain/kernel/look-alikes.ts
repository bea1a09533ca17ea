/**
 * Letters that look like a Latin one, small as they are after folding, by that letter: of the Latin script itself,
 * Cyrillic, Greek, Armenian, Cherokee, Lisu and others written from left to right. What decomposes to a plain letter is
 * not here. Source: Unicode Technical Standard 39, confusables; the Unicode names of Latin letters with a stroke or a
 * hook and of small capitals.
 */
const BY_LETTER = {
  a: 'ɑαаᗅᴀᶏⱥꓮꭺ𐊠𖽀',
  b: 'ƀƃƅɓʙβбвьѣҍᏼᑲᑳᖯᗷᵬᶀꓐꞗꞵꮟ𐊂𐊡𐌁',
  c: 'ƈȼɕςсҫᴄⲥꓚꞓꞔꮯ𐊢𐌂𐐽𐔜𝼝',
  d: 'ðƌȡɖɗԁᑯᗞᗪᴅᵭᶁᶑꓒꓓꝺꟈꭰꮷ',
  e: 'ɇεеҽҿᴇᶒⱸⴹꓰꬲꬴꭼ𐊆𑣆𑣎',
  f: 'ƒϝքᖴᵮᶂꓝꜰꝼꞙꬵ𐊇𐊥𐔥𑣂',
  g: 'ƍǥɠɡɢʛԍցᏻᵹᶃꓖꞡꬶꮐ',
  h: 'ħɦʜηнћңһӈӊհᏺᕼⱨⲏꓧꚕꞕꮋꮒ𐋏',
  i: 'ıɨɩɪιіᵻᵼᶖꙇꭵ𑣃𝼚',
  j: 'ȷɉɟʄʝϳјᒍᴊꓙꭻ',
  k: 'ƙκкқҟᛕᴋᶄⱪⲕꓗꝁꝃꝅꞣꮶ𐔘',
  l: 'łƚȴɫɬɭʟӏᒪᛁᴌᶅⱡⲓⳑⵏꓡꓲꝉꞎꬷꬸꬹꮮ𐊊𐌉𐑃𐔦𑣒𖼖𖼨𝼄𝼑𝼓',
  m: 'ɱμϻмӎᗰᛖᴍᵯᶆⲙꓟꬺꮇ𐊰𐌑',
  n: 'ƞȵɲɳɴνոռᵰᶇⲛꓠꞑꞥꬻ𐔓',
  o: 'øɵθοσоѳөօଠഠဝჿዐᴏᴑⱺⲟⴱⵁⵔ〇ꓳꝋꝍꬽꬾꭴꮎꮻ𐊒𐊫𐐬𐓪𐔖𑣈𑣕𑣗𝼛',
  p: 'ƥρрᑭᴘᵱᵽᶈⲣꓑꝑꝓꝕꮲ𐊕',
  q: 'ɋʠԛգզⵕꝗꝙꞯ',
  r: 'ɍɼɽɾʀгғᖇᴦᵲᵳᶉⲅꓣꞃꞧꭆꭇꭈꭉꭋꭌꭱꮁꮢ𐓜𖼵𝼖',
  s: 'ƽȿʂѕտᵴᶊẜẝꓢꜱꞅꞩꟊꮥꮪ𐊖𐑈𑣁𖼺𝼞',
  t: 'ŧƫƭȶʈτтҭᴛᵵⱦⲧꓔꞇꭲ𐊗𐊱𐌕𖼊𝼉',
  u: 'ʉսሀᑌᴜᵾᶙꓴꞟꞹꭎꭒꮜ𐓶𑣘𖽂',
  v: 'ʋѵᐯᴠᶌⱱⱴⴸꓦꛟꝟꮩ𐔝𑜆𑣀𖼈',
  w: 'ɯѡѽԝաᴡⱳꓪꝡꮃꮤ𑓅𑜊𑜎𑜏',
  x: 'χхҳᕁᕽᚷᶍⲭⵝꓫꭓꭖꭗꭘꭙ𐊐𐊴𐌗𐔧',
  y: 'ƴɏɣʏγυуүұყỿⲩꓬꭚꭹꮍ𐊲𑣜𖽃',
  z: 'ƶȥɀʐʑζᴢᵶᶎⱬꓜꮓ𑣄𑣉',
};

const LATIN = new Map(
  Object.entries(BY_LETTER).flatMap(([latin, alike]) => Array.from(alike, (each) => [each, latin])),
);

/** The Latin letters of a text that is folded otherwise. */
export const asLatin = (folded: string): string => folded.replace(/[^ -~]/gu, (letter) => LATIN.get(letter) ?? letter);
