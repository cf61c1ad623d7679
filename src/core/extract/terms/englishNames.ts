/** English names: of the Chinese terms, where letters or a keyword list pair them, and the terms of English sources. */
import type { Steps } from '../../library/steps';
import { addAlias, candidateFor, note, noteSource, withSource, type Candidate, type Candidates } from './candidate';
import { keywordsIn } from './marks';
import { Tally } from './tally';
import type { EnglishEvidence, Unit } from './types';

/** Phrases that are counted at one time; beyond, the rarest are forgotten. */
const MOST_PHRASES = 1_000_000;

const NAME = String.raw`(?:\b\d{1,3}(?:st|nd|rd|th) )?[A-Z][A-Za-z0-9’'-]*(?:(?:(?: (?:of|for|on|in|to|with)(?: (?:the|an?))?)| and| the| &)? [A-Z0-9][A-Za-z0-9’'-]*){1,9}`;
const NAME_WITH_LETTERS = new RegExp(String.raw`(${NAME}|[a-z][A-Za-z-]+(?: [a-z][A-Za-z-]+){1,7}) \(\s*([\p{L}][\p{L}\d&]*(?:\s?-\s?[\p{L}\d]+)?)\s*\)`, 'gu');
/** Common heads with which a name may go on: Silk Road spirit. */
const TAIL = 'spirit|initiative|strategy|principle|framework|mechanism|doctrine|consensus|goals?|agenda|process|cooperation|partnership';
const NAMES = new RegExp(`${NAME}(?: (?:${TAIL})\\b)?`, 'g');
/** A named meeting or body that says behind its head what it is for: Forum for International Cooperation. */
const NAME_HEAD_INSIDE = /\b(?:Forum|Conference|Summit|Organi[sz]ation|Council|Committee|Commission|Fund|Agenda|Framework|Partnership|Strategy|Convention|Initiative|Association|Agreement|Declaration|Bank|Centre|Center|Institute|Alliance|Plan|Academy|Ministry|Administration|Bureau|Department|Group|Office|University) (?:for|on|of) /;
/** Behind a name: the day. */
const WHEN = / (?:on|in) (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b.*$/;
/** Behind a name: the place. */
const WHERE = / (?:in|at) (?:the )?[A-Z][A-Za-z’'-]*(?: [A-Z][A-Za-z’'-]*)*$/;
const NAME_TAIL = new RegExp(` (?:${TAIL})$`);
/** The title of a paper: all its words but the smallest have capitals. */
const TITLED = /[“"]([A-Z][A-Za-z0-9’'&-]*(?:[:,]? (?:[A-Z0-9][A-Za-z0-9’'&-]*|of|for|on|in|to|with|by|from|at|and|or|the|an?)){3,24}),?[”"]/g;
const QUOTED = /[“"]([A-Za-z][A-Za-z0-9 ,’'&-]{3,60})[”"]/g;
/** The last word of what is named with capitals. */
const NAME_HEAD = /\b(?:Initiative|Plan|Programme?|Project|Agreement|Convention|Forum|Conference|Summit|Organi[sz]ation|Council|Committee|Commission|Fund|Agenda|Framework|Partnership|Strategy|Law|Act|Protocol|Declaration|Charter|Network|Cent(?:er|re)|Institute|Alliance|Corridor|Bank|Mechanism|Dialogue|Association|Union|Outline|Bulletin|Report|Goals|Roadmap|Community|Road|Telescope|Station|Reactor|Observatory|Laboratory|University|Academy|Foundation|Index|Treaty|Compact|Pact|Vision|Bay Area|Zone|Policy|Belt|Park|Platform|Hub|Expo|Exposition|Fair|Railway|Congress|Assembly|Ministry|Administration|Bureau|Development Goals)s?$/;

/** Head nouns by which a phrase of common words is a term of the field. */
const PHRASE_HEAD = /\b(?:econom(?:y|ies)|technolog(?:y|ies)|innovation|infrastructure|network|system|market|governance|cooperation|development|industr(?:y|ies)|security|trade|investment|energy|transition|transformation|reform|modernization|rejuvenation|revitalization|civilization|prosperity|partnership|mechanism|framework|initiative|corridor|connectivity|chain|data|resource|element|factor|right|property|protection|ecosystem|environment|biodiversity|emission|neutrality|change|culture|education|talent|research|science|intelligence|computing|internet|internet of things|platform|service|productivity|productive force|force|pattern|dynamic|paradigm|future|interest|rule|standard|barrier|multilateralism|globalization|protectionism|unilateralism|poverty|food|agriculture|land|farmland|area|region|zone|park|cent(?:er|re)|strategy|policy|plan|agenda|goal|index|intensity|expenditure|capacity|power|laboratory|project|program(?:me)?|exchange|dialogue|forum|alliance|organization|group|commission|fund|finance|loan|production|consumption|supply|demand|contradiction|socialism|democracy|law|philosophy|concept|principle|vision|path|system|coordination|integration|alignment|ties|transfer|laborator(?:y|ies)|revolution|landscape|order|relations|growth|medicine|intelligence|manufacturing|vehicle|urbanization|industrialization|equality|literacy|welfare|insurance|employment|income|contract|heritage|diplomacy|weapon|affairs|trust|learning|threat|peace|stability|treaty|tariff|currency|pollution|disaster|vaccine|pandemic)s?$/;

/** Words in -ing that are nouns, or say what a thing is like. */
const NOMINAL_ING = /(?:^|-)(?:manufactur|build|plann|financ|engineer|comput|learn|train|process|emerg|develop|work|govern|market|min|farm|fish|hous|bank|pric|recycl|age|ag|shipp|sens|teach|liv|spend|fund|lend|decision-mak|policy-mak|well-be|low-earn|sav|mean|spr|someth|noth|exist|lead|endur|last|endur|last|opening-up|monitor|warn|remote-sens|pollut)ing$/i;

/** Words of praise and verbs before a phrase that are none of it. */
const PRAISE = /^(?:latest|thriving|short-term|numerous|ongoing|extensive|broad|practical|positive|active|main|comprehensive|solid|major|key|healthy|strong|important|great|greater|significant|promot\w+|effective|various|strategic|sound|rapid|sustained|steady|stable|vigorous|better|vital|essential|current|recent|overall|relevant|certain|different|entire|whole|good|full|huge|enormous|remarkable|crucial|critical|closer|deeper|stronger|wider|broader|higher|faster|enabl\w+|foster\w*|boost\w*|driv(?:e|es|ing)|creat\w+|shar(?:e|es|ing)|form(?:s|ing)?)$/i;

/** Heads that formulations have before of and with: community with a shared future, new type of international relations. */
const LINKED = /\b(?:new |global )?(?:community|type|path|road|concept|vision|philosophy|spirit|principle|theory|pattern) (?:of|with) (?:an? |the )?(?=([a-z][a-z-]* [a-z][a-z-]*))/g;
/** For whom it is: for mankind. */
const FOR_WHOM = /^ for (?:mankind|humanity|all)\b/;

/** Formulations in common words, by their head and two words of weight behind it. */
function linked(text: string): string[] {
  return [...text.matchAll(LINKED)].flatMap((m) => {
    const words = m[1] as string;
    if (words.split(' ').some((w) => STOP.has(w) || /ing$/.test(w))) return [];
    return [m[0] + words + (FOR_WHOM.exec(text.slice(m.index + m[0].length + words.length))?.[0] ?? '')];
  });
}

function isHeaded(form: string): boolean {
  return form.includes(' ') && (NAME_HEAD.test(form) || NAME_HEAD_INSIDE.test(form) || NAME_TAIL.test(form));
}

/** Of a people or a continent: Chinese, British, African. */
const OF_PEOPLE = /^[A-Z][a-z]+(?:ese|ish|ican|ean|ian)$/;

/** Without the capital of a sentence's start; letters that stand for words keep theirs. */
function plainCase(form: string): string {
  return form.split(' ').map((w, i) => (i > 0 || /[A-Z].*[A-Z]|\d/.test(w) || OF_PEOPLE.test(w) ? w : w.toLowerCase())).join(' ');
}

const STOP = new Set(('a an the of to in on at by for from with without within into onto over under between among through during before after since until against about as than then so but or nor and if while when where which who whom whose what how why that this these those there here it its it’s he she his her they them their we us our you your i my is are was were be been being am has have had having do does did done will would shall should can could may might must not no yes also only very more most much many few several some any all each every both other another such same own new'
  + ' said says told added noted stressed president premier chairman minister spokesperson spokesman professor mr mrs ms dr featuring make makes made making take takes took taken taking give gives gave given giving get gets got become becomes became see seen need needs needed continue continues continued including include includes included according based address addressing ensure ensuring promote promoting promoted support supporting supported strengthen strengthening strengthened enhance enhancing enhanced improve improving improved build building built achieve achieving achieved provide providing provided develop developing establish establishing established encourage encouraging encouraged accelerate accelerating expand expanding deepen deepening advance advancing further fully actively jointly however therefore moreover furthermore thus hence meanwhile year years percent per cent billion million trillion yuan first second third one two three four five up down out off around across toward towards upon per via due well just like them around because even still already far particularly especially pursue pursues pursuing pursued attract attracts attracting attracted dismantle dismantling dismantled increase increases increasing increased explore exploring explored tackle tackling tackled bring brings bringing brought carry carrying carried show shows showing shown demonstrate demonstrated join joining joined adhere adhering adhered uphold upholding upheld implement implementing implemented emphasize emphasizing emphasized insist call calls called calling lead leads leading led help helps helping helped remain remains remaining become grow grows growing grew rise rises rising rose push pushes pushed forward forge forged spur spurs spurred inject injects injected put puts maintain maintains maintained manage manages managed write writes wrote written protect protects protected safeguard safeguards safeguarded deliver delivers delivered embrace embraces embraced face faces faced play plays played serve serves served seek seeks sought reject rejects rejected urge urges urged oppose opposes opposed resolve resolves resolved hold holds held host hosts hosted attend attends attended').split(/\s+/));

const capitals = (name: string): string => name.split(/[\s-]+/).filter((w) => /^[A-Z0-9]/.test(w)).map((w) => w[0]).join('');

/** Whether letters can stand for a name: their capitals come in the name's words in order. */
export function lettersFit(letters: string, name: string, missing = 1): boolean {
  const wanted = letters.replace(/[^\p{L}]/gu, '').toUpperCase();
  const initials = name.split(/[\s-]+/).map((w) => (w[0] ?? '').toUpperCase()).join('');
  let at = 0, hits = 0;
  for (const c of wanted) {
    const found = initials.indexOf(c, at);
    if (found >= 0) { hits++; at = found + 1; }
  }
  return hits >= Math.max(2, wanted.length - missing) || capitals(name).includes(wanted);
}

/** The name cut to the words that the letters stand for, from the right. */
function fitted(name: string, letters: string): string {
  const words = name.split(' ');
  // All letters first; one may be missing (a middle word without its letter).
  for (const missing of [0, 1]) for (let from = words.length - 2; from >= 0; from--) {
    const short = words.slice(from).join(' ');
    const first = (words[from] as string)[0]?.toUpperCase();
    if (first === letters[0]?.toUpperCase() && lettersFit(letters, short, missing)) return short;
  }
  return name;
}

/** What the English paragraphs and the lists of keywords of one source give. */
export function englishEvidence(units: readonly Unit[]): EnglishEvidence {
  const lettered: (readonly [string, string, boolean])[] = [];
  const names = new Tally<EnglishEvidence['names'][number]>(), runs = new Tally<EnglishEvidence['runs'][number]>();
  const name = (form: string, kind: 'named' | 'quoted'): void => { names.add(`${kind}\t${form}`, () => ({ form, kind, count: 0 })); };
  // In a source that also speaks Chinese the Chinese names stand for both.
  const chinese = units.some((u) => !u.english);
  for (const unit of units) {
    if (!unit.english || unit.paragraph.kind === 'keywords') continue;
    const text = unit.paragraph.text;
    for (const m of text.matchAll(NAME_WITH_LETTERS)) {
      const letters = (m[2] as string).trim();
      if (!/\p{Lu}/u.test(letters) || letters.length < 2) continue;
      const full = fitted((m[1] as string).replace(/^(?:The|A|An) /, ''), letters);
      lettered.push([full, letters, lettersFit(letters, full)]);
    }
    if (chinese) continue;
    // The matcher knows a title up to its colon.
    for (const m of text.matchAll(TITLED)) name((m[1] as string).replace(/:.*$/, ''), 'quoted');
    // What of a title looks like a name is a piece of it.
    for (const m of text.replace(TITLED, '.').matchAll(NAMES)) {
      const whole = m[0].replace(/^(?:According to (?:the )?|(?:At )?(?:the )?(?:Opening|Closing) (?:Ceremony|Session) of (?:the )?|(?:In|At|On) the |(?:The|A|An|In|At|On|For|And|But|This|These|Our|[A-Z][a-z]+-[a-z]+) )/, '').replace(WHEN, '').replace(/ (?:19|20)\d\d$/, '');
      // Great Stone Industrial Park|in Minsk: where it lies is none of the name.
      const form = [whole, whole.replace(WHERE, '')].find(isHeaded);
      if (form) name(form, 'named');
    }
    for (const form of linked(text)) name(form, 'named');
    for (const m of text.matchAll(QUOTED)) {
      const words = (m[1] as string).split(' ');
      if (words.length >= 2 && words.length <= 5 && isName(words)) name((m[1] as string).replace(/,$/, ''), 'quoted');
    }
    for (const words of phraseRuns(text.replace(NAMES, (m) => (m.includes(' ') ? '.' : m)))) runs.add(words, () => ({ words, count: 0 }));
  }
  return { ...keywordsOf(units), lettered, names: names.list(), runs: runs.list() };
}

const letterKey = (letters: string): string => letters.replace(/\s/g, '').toUpperCase();

/** Adds English names: as other forms of Chinese candidates where the text pairs them, as candidates of their own in English sources. */
export function* collectEnglish(evidence: Iterable<EnglishEvidence>, candidates: Candidates): Steps<void> {
  const byLetters = new Map<string, Candidate>();
  for (const candidate of candidates.values()) for (const [alias, kind] of candidate.aliases) if (kind === 'abbreviation') byLetters.set(letterKey(alias), candidate);
  const phrases = new PhraseTable();
  let source = 0;
  for (const { pairs, keywords, lettered, names, runs } of evidence) {
    for (const [form, english] of pairs) {
      const candidate = candidateFor(candidates, form);
      if (candidate) addAlias(candidate, english, 'english');
    }
    for (const form of keywords) mark(candidates, form, 'keyword', source);
    for (const [name, letters, fits] of lettered) {
      const known = byLetters.get(letterKey(letters));
      if (known) { if (fits || /^[A-Z]/.test(name)) addAlias(known, name, 'english'); continue; }
      const candidate = fits ? candidateFor(candidates, name, name.split(' ')) : null;
      if (!candidate) continue;
      note(candidate, 'abbreviated', source);
      addAlias(candidate, letters, 'abbreviation');
    }
    for (const { form, kind, count } of names) mark(candidates, form, kind, source, count);
    for (const { words, count } of runs) phrases.add(words.split(' '), count, source);
    source++;
    yield;
  }
  phrases.collect(candidates);
}

function mark(candidates: Candidates, form: string, kind: 'named' | 'quoted' | 'keyword', source: number, count = 1): void {
  const candidate = candidateFor(candidates, form, form.split(' '));
  if (!candidate) return;
  note(candidate, kind, source, count);
  candidate.frequency = Math.max(1, candidate.frequency);
}

/** Keyword lists of one source in both languages, of the same length, pair by position; English ones alone are keywords. */
function keywordsOf(units: readonly Unit[]): { pairs: (readonly [string, string])[]; keywords: string[] } {
  const zh: string[] = [], en: string[] = [];
  for (const unit of units) {
    if (unit.paragraph.kind !== 'keywords') continue;
    const list = keywordsIn(unit.text);
    (unit.english ? en : zh).push(...list);
  }
  if (zh.length === en.length) return { pairs: zh.map((form, i) => [form, en[i] as string] as const), keywords: [] };
  return { pairs: [], keywords: zh.length === 0 ? en : [] };
}

/** Whether words in marks are a name and not a clause: no pronoun, no verb of every text, no comma. */
function isName(words: readonly string[]): boolean {
  return !/,/.test(words.slice(0, -1).join(' ')) && !words.some((w) => STOP.has(w.toLowerCase().replace(/[’']s$/, '')) && !/^(?:of|and|for|the|on|in|to|between|with)$/i.test(w)) && !/^(?:to|the|in|on|for|of|and)$/i.test(words[0] as string) && !/^[a-z]+(?:s|ed)$/.test(words[0] as string);
}

/** Runs of words that may hold phrases: what stands between common words and punctuation. */
function phraseRuns(text: string): string[] {
  const found: string[] = [];
  for (const run of text.split(/[^A-Za-z0-9&’' -]+/)) {
    let words: string[] = [];
    // The common word in front, adverbs left out.
    let opened = '';
    for (const word of [...run.split(/\s+/), 'the']) {
      if (isPhraseWord(word) && !(words.length === 0 && PRAISE.test(word))) {
        if (words.length > 0 || !isVerbBehind(opened, word)) words.push(word); else opened = '';
        continue;
      }
      // To write international rules; to economic growth.
      if (opened === 'to' && words.length > 2 && /^[a-z]+$/.test(words[0] as string) && !ADJECTIVE.test(words[0] as string)) words.shift();
      if (words.length > 1) found.push(words.join(' '));
      if (words.length > 0 || !/ly$|^(?:not|also)$/i.test(word)) opened = word.toLowerCase();
      words = [];
    }
  }
  return found;
}

/** Should enhance; have advanced. */
function isVerbBehind(before: string, word: string): boolean {
  return /^(?:should|must|will|can|may|might|would|could|shall|we|they|i|you|who)$/.test(before) || (/^ha(?:ve|s|d)$/.test(before) && /ed$/.test(word));
}

const ADJECTIVE = /(?:al|ic|ive|ous|able|ible|ful|ant|ent|ary|ed|an|ese)$/;

/** Whether a word may stand in a phrase. Whose it is, is not what it is; a word in -ing does something, unless it is a noun or says what a thing is like. */
function isPhraseWord(word: string): boolean {
  return word.length > 1 && !/['’]s?$/.test(word) && (!/[a-z]{2}ing$/i.test(word) || NOMINAL_ING.test(word)) && !STOP.has(word.toLowerCase()) && !/^\d+$/.test(word);
}

interface PhraseCount { count: number; readonly form: string; sources: readonly number[]; largest: number; whole: boolean }

/** Recurring phrases of two to four words in English sources, as long as they are not always part of a longer one. */
class PhraseTable {
  private readonly counts = new Map<string, PhraseCount>();
  private least = 1;

  add(words: readonly string[], count: number, source: number): void {
    for (let i = 0; i < words.length; i++) for (let n = 2; n <= 4 && i + n <= words.length; n++) {
      const form = words.slice(i, i + n).join(' ');
      const key = form.toLowerCase();
      const entry = this.counts.get(key) ?? { count: 0, form: plainCase(form), sources: [], largest: 0, whole: false };
      entry.count += count;
      if (i === 0 && n === words.length) entry.whole = true;
      entry.sources = withSource(entry.sources, source);
      this.counts.set(key, entry);
    }
    while (this.counts.size > MOST_PHRASES) {
      for (const [key, entry] of this.counts) if (entry.count <= this.least) this.counts.delete(key);
      this.least++;
    }
  }

  collect(candidates: Candidates): void {
    for (const [key, entry] of this.counts) {
      if (entry.count < 2) continue;
      const words = key.split(' ');
      for (const inner of [words.slice(1).join(' '), words.slice(0, -1).join(' ')]) {
        const shorter = this.counts.get(inner);
        if (shorter) shorter.largest = Math.max(shorter.largest, entry.count);
      }
    }
    for (const entry of this.counts.values()) {
      if (/ly$/.test(entry.form.split(' ').pop() as string)) continue;
      const headed = PHRASE_HEAD.test(entry.form.toLowerCase());
      // A phrase that stands once is one by its head, and only whole.
      if (entry.whole && headed && (entry.count < 2 || entry.count === entry.largest)) {
        const single = candidateFor(candidates, entry.form, entry.form.split(' '));
        if (single) { single.evidence.phrase = 1; single.frequency = Math.max(1, single.frequency); entry.sources.forEach((s) => { noteSource(single, s); }); }
        continue;
      }
      if (entry.count < (headed ? 2 : 3) || entry.count - entry.largest < (headed ? 1 : 2)) continue;
      const words = entry.form.split(' ');
      const candidate = candidateFor(candidates, entry.form, words);
      if (!candidate) continue;
      candidate.evidence.recurrent = entry.count;
      candidate.evidence.phrase = entry.count - entry.largest;
      candidate.frequency = entry.count;
      candidate.cValue = Math.log2(1 + words.length) * (entry.count - entry.largest / 2);
      entry.sources.forEach((s) => { noteSource(candidate, s); });
    }
  }
}
