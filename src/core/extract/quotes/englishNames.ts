/** Speakers in English text, normalised: Chinese leaders to the Chinese form of their names, others to their full name. */

/** Chinese names that English texts write in pinyin; the library files a speaker under one name. */
const CHINESE: Readonly<Record<string, string>> = {
  'Xi Jinping': '习近平', 'Li Qiang': '李强', 'Zhao Leji': '赵乐际', 'Wang Huning': '王沪宁', 'Cai Qi': '蔡奇', 'Ding Xuexiang': '丁薛祥', 'Li Xi': '李希', 'Han Zheng': '韩正',
  'Li Keqiang': '李克强', 'Li Zhanshu': '栗战书', 'Wang Yang': '汪洋', 'Wang Yi': '王毅', 'He Lifeng': '何立峰', 'Hu Jintao': '胡锦涛', 'Wen Jiabao': '温家宝', 'Jiang Zemin': '江泽民',
  'Deng Xiaoping': '邓小平', 'Mao Zedong': '毛泽东', 'Zhou Enlai': '周恩来', 'Sun Yat-sen': '孙中山', 'Confucius': '孔子', 'Mencius': '孟子', 'Laozi': '老子', 'Lao Tzu': '老子', 'Karl Marx': '马克思',
  'Friedrich Engels': '恩格斯', 'Vladimir Lenin': '列宁', 'Antonio Guterres': '古特雷斯', 'António Guterres': '古特雷斯',
};

const TITLES = /^(?:(?:[A-Z]{2,6}|the|The|former|Former|then|Then|late|visiting|Visiting|newly|senior|Chinese|China's|US|U\.S\.|American|British|French|German|Russian|Japanese|EU|UN|Comrade|General|Secretary|Secretary-General|President|Vice|Deputy|Assistant|Executive|Premier|Prime|Minister|Foreign|State|Councilor|Councillor|Chairman|Chairwoman|Chairperson|Chair|Chief|Director|Director-General|Ambassador|Professor|Prof\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Academician|Spokesperson|Spokesman|Spokeswoman|Commissioner|Governor|Mayor|Senator|Chancellor|King|Queen|Emperor|Consul|Ministry|Commerce|Defense|Education|Science|and|of|for|Technology|Finance|Affairs|Department|Commission|Executive|Officer|CEO|spokesperson|spokesman|spokeswoman|minister|director|professor|president|chief|head|manager|researcher|scientist|analyst|expert|secretary|chairman|chairwoman|envoy|ambassador|economist|adviser|advisor|scholar|academician|premier|chancellor|commissioner|founder|engineer|Founder|Dean|Sir|Party|Leader|Head|Vice-President|Vice-Premier|Vice-Minister|Researcher|Scholar|Economist|Analyst) )+/;

export interface EnglishMemory {
  /** Full names in the order they are met, with their offsets in the document. */
  readonly names: readonly { readonly name: string; readonly offset: number; readonly speaks: boolean; readonly role: string | null; readonly first: boolean }[];
  /** Papers named by their kind and title: the white paper titled "…". */
  readonly titled: readonly { readonly kind: string; readonly title: string; readonly offset: number }[];
}

const FULL_NAME = /(?<![.\w])(?:[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?|[A-Z]\.)(?: (?:[A-Z]\.|de|van|von|al|bin)){0,2} [A-Z][a-z]+(?:-[A-Za-z]+)?(?:-[A-Z][a-z]+)?\b/;
const TITLED = /\b(white paper|report|document|declaration|communiqué|communique|statement|plan|outline|resolution),? (?:titled|entitled|called|named)[,:]? ["“]([^"”]{5,120})["”]/gi;
const NOT_NAMES = /\b(?:Belt|Road|United|States|Nations|China|Chinese|People|Republic|Communist|Party|National|International|Science|Technology|Initiative|Conference|Forum|Ministry|University|Academy|Commission|Committee|Council|Central|World|Global|State|European|Union|South|North|East|West|New|Silk|Great|Hall|Asia|Pacific|Group|Bank|Bureau|Political|Standing|General|Secretary|Affairs|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|The|In|At|On|This|That|It|We|Our|President|Premier|Prime|Minister|Foreign|Professor|Vice|Chairman|Director|Ambassador|Spokesperson|Street|City|Province|Beijing|Shanghai|Hong|Kong|Institute|Center|Centre|Development|Economic|Cooperation|Community|Action|Plan|Program|Programme|Project|News|Agency|Daily|Press|Journal|Five|Year|Sea|River|Airport|Law|Report|Statement|Declaration|Agreement|Treaty|Protocol|Summit|Meeting|Special|Fund|Park|House|Company|Times|Post|Photo|Editor|App|Laser|Engineering|System|Network|Satellite|Station|Day|War|Peace|Nobel|Prize|College|School|Hospital|Mountain|Lake|Bay|Island|Province|County|District|Township|Village|Region|Arab|Emirates|Kingdom|Saudi|Korea|America|American|European|British|French|German|Russian|Japanese|Indian|African|Asian|Latin)\b/;

/** A name with a verb of saying beside it. */
const SPEAKS_BEHIND = /^[\w.'’-]+(?: (?:de|van|von|al|bin|[A-Z][\w.-]*)){0,3}(?:, (?:an?|the|[a-z])[^.;"“”]{2,110}?)?,? (?:\w+ ){0,2}(?:said|says|told|added|noted|stressed|wrote|called|urged|stated|pointed|emphasized|remarked)\b/;
/** Behind the words or a clause: …," said X; …, according to X. `X said Y sent` is not of Y. */
const SPEAKS_BEFORE = /(?:[,.!?]\s?["”’'](?:\s|,)*(?:said|says|added|noted|stressed|wrote|stated)|\baccording to) (?:[\w'’-]+ ){0,6}$/i;
/** What somebody may be called instead of by name, where the document gives it as a title. */
export const ROLES = 'president|premier|prime minister|foreign minister|minister|vice premier|vice president|spokesperson|spokesman|spokeswoman|ambassador|chairman|chairperson|secretary-general|director|professor|general secretary|leader|chancellor|mayor|governor';
const TITLED_ROLE = new RegExp(`\\b(${ROLES})s?(?: of [A-Z][\\w ]{2,40})?,? $`, 'i');

/** The Chinese name of a speaker whose English name is a known one. */
export function chineseOf(name: string): string | undefined {
  return CHINESE[name];
}

/** Whom the document names, from all its English paragraphs; `offset` counts through the document. */
export function rememberEnglish(paragraphs: readonly { readonly text: string; readonly offset: number }[]): EnglishMemory {
  const found: { name: string; at: number; paragraph: number }[] = [], titled: { kind: string; title: string; offset: number }[] = [];
  paragraphs.forEach((p, paragraph) => {
    for (const known of Object.keys(CHINESE)) for (let at = p.text.indexOf(known); at >= 0; at = p.text.indexOf(known, at + 1)) found.push({ name: known, at, paragraph });
    for (const n of namesIn(p.text)) found.push({ ...n, paragraph });
    for (const m of p.text.matchAll(TITLED)) titled.push({ kind: (m[1] as string).toLowerCase(), title: (m[2] as string).replace(/[,.]$/, ''), offset: p.offset + m.index });
  });
  // A surname alone stands for the name that has it: Xi said.
  const bySurname = new Map<string, string>();
  for (const { name } of found) {
    const words = name.split(' '), surname = CHINESE[name] !== undefined ? words[0] : words.at(-1);
    if (surname !== undefined && !bySurname.has(surname)) bySurname.set(surname, name);
  }
  paragraphs.forEach((p, paragraph) => {
    for (const m of p.text.matchAll(/\b[A-Z][A-Za-z-]+\b(?! [A-Z][a-z])/g)) {
      const name = bySurname.get(m[0]);
      if (name !== undefined && !/[A-Z][a-z]+ $/.test(p.text.slice(Math.max(0, m.index - 14), m.index))) found.push({ name, at: m.index, paragraph });
    }
  });
  const inParagraph = new Map<number, { name: string; at: number }[]>();
  for (const n of found) { const list = inParagraph.get(n.paragraph); if (list) list.push(n); else inParagraph.set(n.paragraph, [n]); }
  const names = found.map(({ name, at, paragraph }) => {
    const { text, offset } = paragraphs[paragraph] as { text: string; offset: number };
    const role = TITLED_ROLE.exec(text.slice(Math.max(0, at - 60), at))?.[1]?.toLowerCase() ?? null;
    // Whom a sentence names first is mostly whom it speaks of.
    const sentence = Math.max(...['. ', '! ', '? ', '." ', '.” '].map((stop) => text.lastIndexOf(stop, at)));
    const first = !(inParagraph.get(paragraph) ?? []).some((other) => other.name !== name && other.at > sentence && other.at < at);
    return { name, role, first, offset: offset + at, speaks: SPEAKS_BEHIND.test(text.slice(at, at + 180)) || SPEAKS_BEFORE.test(text.slice(Math.max(0, at - 70), at)) };
  });
  return { names: names.sort((x, y) => x.offset - y.offset), titled };
}

/** A run of words with capitals. */
const RUN = /(?<![.\w])(?:[A-Z]\.|[A-Z][\w-]*)(?: (?:[A-Z]\.|[A-Z][\w-]*|de|van|von|al|bin|of)(?=[ ,.;:'’"”)]|$))+/g;

/** Names of two or three words: what is left of a run when titles are taken off; of a longer one behind a title its last two words. */
function namesIn(text: string): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = [];
  for (const run of text.matchAll(RUN)) {
    const words = run[0];
    const titles = TITLES.exec(words)?.[0].length ?? 0;
    const rest = words.slice(titles);
    const short = titles > 0 && rest.split(' ').length > 3 ? rest.split(' ').slice(-2).join(' ') : rest;
    const whole = FULL_NAME.exec(short)?.[0];
    if (whole === short && short.split(' ').length <= 3 && !NOT_NAMES.test(short)) found.push({ name: short, at: run.index + words.length - short.length });
  }
  return found;
}

const DOCUMENT = /\b(?:Initiative|Report|Declaration|Communiqu[eé]|Statement|Outline|Plan|White Paper|Decision|Resolution|Constitution|Charter|Convention|Agreement|Law|Proposal|Proposals|Guidelines|Opinions|report|declaration|communiqu[eé]|statement|outline|white paper|plan|resolution)\b/;
const INSTITUTION = /\b(?:Ministry|Commission|Committee|Council|Academy|University|Institute|Bank|Agency|Organization|Organisation|Union|Department|Office|Bureau|Foundation|Association|United Nations|UN|EU|NATO|ASEAN|WHO|IMF|OECD|UNESCO|White House|State Council|Congress|Forum)\b/;
const NOBODY = /^(?:the |The )?(?:people|experts?|analysts?|officials?|scholars?|reporters?|some|many|others|sources?|observers?|one|it|It|they|They|we|We|I|you|he|she|who|which|This|That|These|Those|There)\b/;

/** The speaker that an English noun phrase names; null where it names nobody. */
export function personOf(phrase: string, memory: EnglishMemory, offset: number): { name: string; kind: 'person' | 'document' | 'institution' } | null {
  const text = phrase.trim().replace(/(?<!\b[A-Z])[.,\s]+$/, '').replace(/, .*$/, '');
  if (/^(?:he|she)$/i.test(text)) {
    // Who spoke last goes before who was merely named.
    const near = memory.names.filter((n) => n.offset < offset && offset - n.offset < 1500);
    const last = near.findLast((n) => n.speaks) ?? near.findLast((n) => n.first) ?? near.at(-1);
    return last ? { name: CHINESE[last.name] ?? last.name, kind: 'person' } : null;
  }
  for (const [english, chinese] of Object.entries(CHINESE)) if (new RegExp(`\\b${english}\\b`).test(text)) return { name: chinese, kind: 'person' };
  const role = new RegExp(`^the (?:[A-Z][a-z]+ |visiting |top )?(${ROLES})$`, 'i').exec(text)?.[1]?.toLowerCase();
  if (role !== undefined) {
    // The president: whom the text has called so, if that is one person only.
    const called = new Set(memory.names.filter((n) => n.role === role && n.offset < offset).map((n) => n.name));
    const name = called.size === 1 ? [...called][0] as string : null;
    return name === null ? null : { name: CHINESE[name] ?? name, kind: 'person' };
  }
  if (NOBODY.test(text)) return null;
  if (DOCUMENT.test(text)) {
    const named = documentNoun(text);
    if (named) return { name: named, kind: 'document' };
    // The report, the white paper: only where the text has given its title.
    const kind = /\b(white paper|report|document|declaration|communiqu[eé]|statement|plan|outline|resolution)\b/i.exec(text)?.[1]?.toLowerCase();
    const title = memory.titled.findLast((t) => t.kind === kind && t.offset < offset);
    return title ? { name: title.title, kind: 'document' } : null;
  }
  const bare = nameIn(text.replace(TITLES, '').trim(), memory);
  if (INSTITUTION.test(bare)) return { name: bare.replace(/^(?:the|The) /, ''), kind: 'institution' };
  if (!/^[A-Z]/.test(bare)) return null;
  if (/^(?:China|Beijing|The|In|At|On|This|That|It|We|Our|But|And|As|When|While|According|Monday|Tuesday|Wednesday|Thursday|Friday)$/.test(bare)) return null;
  if (!bare.includes(' ')) {
    // A surname alone: the last full name in front of it that holds it.
    const full = memory.names.findLast((n) => n.offset < offset && n.name.split(/[ ]/).includes(bare));
    const name = full?.name ?? (bare === 'Xi' ? 'Xi Jinping' : bare);
    return { name: CHINESE[name] ?? name, kind: 'person' };
  }
  return { name: CHINESE[bare] ?? bare, kind: 'person' };
}

/** Consul General in Houston Li Qiangmin: a name the document has in full, else the last two words behind a title with a place. */
function nameIn(text: string, memory: EnglishMemory): string {
  if (!/(?:^| )(?:in|at|to|of|for|and) /.test(text) || INSTITUTION.test(text)) return text;
  return memory.names.findLast((n) => text.endsWith(` ${n.name}`))?.name ?? text.split(' ').slice(-2).join(' ');
}

/** The named document of a clause: put forward the Initiative for X → Initiative for X. */
export function documentNoun(text: string): string | null {
  const m = /\b((?:Global |Joint |National |Report|[A-Z][a-z]+ )*(?:Initiative|Report|Declaration|Communiqu[eé]|Statement|Outline|Plan|White Paper|Decision|Resolution|Charter|Convention|Proposal|Guidelines)(?: (?:for|on|of|to|and|the|in|[A-Z][A-Za-z-]+|\d{4}|\d{1,2}(?:st|nd|rd|th)))*)/.exec(text);
  const name = m?.[1]?.replace(/^The /, '').replace(/(?: (?:for|on|of|to|and|the|in))+$/, '').trim();
  return name && name.includes(' ') ? name : null;
}

const HEADS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bInitiative\b/, /倡议》$/], [/\bReport\b/, /报告》$/], [/\bDeclaration\b/, /宣言》$/], [/\bCommuniqu/, /公报》$/], [/\bStatement\b/, /声明》$/], [/\bOutline\b/, /纲要》$/],
  [/\bPlan\b/, /(?:规划|计划)》$/], [/\bWhite Paper\b/, /白皮书》?$/], [/\bDecision\b/, /决定》$/], [/\bResolution\b/, /决议》$/], [/\bCharter\b/, /(?:章程|宪章)》$/], [/\bConvention\b/, /公约》$/],
  [/\bGuidelines\b/, /(?:指南|指引|意见)》$/], [/\bProposal/, /建议》$/],
];

/**
 * In a bilingual source the Chinese half names the same document in 《》: the title of the same kind that stands nearest to
 * the same relative place of its half. Null where there is none.
 * @param chinese titles in 《》 with the share of the Chinese half that lies in front of them
 */
export function chineseTitleOf(english: string, share: number, chinese: readonly { readonly title: string; readonly share: number }[]): string | null {
  const head = HEADS.find(([word]) => word.test(english));
  if (!head) return null;
  const fits = chinese.filter((c) => head[1].test(c.title)).sort((a, b) => Math.abs(a.share - share) - Math.abs(b.share - share));
  return fits[0] && Math.abs(fits[0].share - share) < 0.15 ? fits[0].title : null;
}
