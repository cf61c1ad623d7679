/** Bytes to text: UTF-8, UTF-16, GB18030 or Big5, told from the bytes themselves. Node's own decoders do the conversion. */

export interface Decoded {
  /** The text without its byte order mark; nothing else is changed. */
  readonly text: string;
  /** Name of the character set as TextDecoder knows it. */
  readonly encoding: string;
  /** Bytes that are no text in this character set; each stands as U+FFFD in `text`. */
  readonly replaced: number;
}

/** First bytes of formats that are not text, whatever the file's name says. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'], ['PK\x03\x04', 'ZIP'], ['\x89PNG', 'PNG'], ['\xff\xd8\xff', 'JPEG'], ['GIF8', 'GIF'], ['\xd0\xcf\x11\xe0', 'OLE'],
  ['\x1f\x8b', 'GZIP'], ['7z\xbc\xaf', '7-Zip'], ['Rar!', 'RAR'], ['\x7fELF', 'ELF'],
];

/** Characters that make up about a quarter of any modern Chinese text, in both scripts: they tell a right decoding from a wrong one. */
const COMMON = new Set('的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严這為個國來們時會動說產種對發學經過進後無與關開應將從業機當點體線數間問題黨質氣結變條運農長決區戰處則據隊給門規熱領東導壓億術極聯認權證轉單風華車務達歷議聲類確張馬節話況傳許廣');

function signatureOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

/** The name of the format where the bytes are no text, else null. */
export function binaryFormat(bytes: Uint8Array): string | null {
  const signature = signatureOf(bytes);
  if (signature) return signature;
  const head = bytes.subarray(0, 64 * 1024);
  if (utf16Without(head) || hasUtf16Mark(head)) return null;
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return 'binary';
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++;
  }
  return control > head.length / 20 ? 'binary' : null;
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/**
 * UTF-16 without a mark: on the side of the high bytes nearly all are 0 (ASCII), 0x30 or 0xff (punctuation) or 0x4e to 0x9f
 * (Chinese); on the other side they are anything. A text in another character set has no zeros at all.
 */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length >> 1, 4096);
  if (pairs < 4) return null;
  let even = 0, odd = 0, zeros = 0;
  for (let i = 0; i < pairs; i++) {
    const a = bytes[2 * i] as number, b = bytes[2 * i + 1] as number;
    if (a === 0 || b === 0) zeros++;
    if (a === 0 || a === 0x30 || a === 0xff || (a >= 0x4e && a <= 0x9f)) even++;
    if (b === 0 || b === 0x30 || b === 0xff || (b >= 0x4e && b <= 0x9f)) odd++;
  }
  if (zeros === 0) return null;
  if (odd > pairs * 0.95 && odd > even + pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.95 && even > odd + pairs * 0.1) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++;
  return { text, encoding, replaced };
}

/** Share of a text's characters beyond ASCII that are everyday Chinese ones, less what could not be decoded. */
function plausibility(decoded: Decoded): number {
  let common = 0, all = 0;
  for (let i = 0; i < decoded.text.length && all < 20000; i++) {
    const c = decoded.text[i] as string;
    if (c < '\u0080') continue;
    all++;
    if (COMMON.has(c) || /[，。、；：“”（）《》！？「」]/.test(c)) common++;
  }
  return all === 0 ? 0 : (common - 3 * Math.min(decoded.replaced, all)) / all;
}

/** The character set that a catalogue's row names for a text file (`encoding`), as TextDecoder knows it; `wrong` is a name that it does not know. */
export function statedEncoding(row: unknown): { readonly encoding: string | null; readonly wrong: string | null } {
  const name = (row as { readonly encoding?: unknown } | null | undefined)?.encoding;
  if (name === undefined || name === null) return { encoding: null, wrong: null };
  if (typeof name !== 'string') return { encoding: null, wrong: JSON.stringify(name) };
  try {
    return { encoding: new TextDecoder(name.trim()).encoding, wrong: null };
  } catch {
    return { encoding: null, wrong: name };
  }
}

/**
 * Decodes the bytes of a text file. What the catalogue states (`stated`) holds; else a byte order mark decides; else valid UTF-8 is UTF-8; else the likeliest of GB18030 and
 * Big5 by how many everyday characters come out; else UTF-8 with its bad bytes replaced and counted.
 */
export function decode(bytes: Uint8Array, stated: string | null = null): Decoded {
  if (stated !== null) return decodeAs(bytes, stated);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const wide = marked ? null : utf16Without(bytes);
    return wide ? decodeAs(bytes, wide) : { text, encoding: 'utf-8', replaced: 0 };
  } catch {
    // Not UTF-8 throughout: judged below.
  }
  const utf8 = decodeAs(bytes, 'utf-8');
  if (marked) return utf8;
  const wide = utf16Without(bytes);
  // Without a single Latin letter or line end UTF-16 has no zeros to be known by: then how it reads tells.
  const wider = wide ? [wide] : bytes.length % 2 === 0 && bytes.length >= 8 ? ['utf-16le', 'utf-16be'] : [];
  const candidates = [utf8, ...['gb18030', 'big5', ...wider].map((name) => decodeAs(bytes, name))];
  let best = utf8, score = plausibility(utf8);
  for (const candidate of candidates.slice(1)) {
    // Two letters of another set often make one of UTF-16: it must read clearly better.
    const other = plausibility(candidate) - (candidate.encoding.startsWith('utf-16') && !wide ? 0.2 : 0);
    if (other > score) { best = candidate; score = other; }
  }
  return best;
}
