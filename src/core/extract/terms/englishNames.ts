/** English names: of the Chinese terms, where letters or a keyword list pair them, and the terms of English sources. */
import { candidateFor, type Candidate, type Candidates } from './candidate';
import type { Unit } from './units';

const NAME = String.raw`[A-Z][A-Za-z0-9’'-]*(?:(?: (?:of|for|and|on|the|in|to|with|&)){0,2} [A-Z0-9][A-Za-z0-9’'-]*){1,9}`;
const NAME_WITH_LETTERS = new RegExp(String.raw`(${NAME}|[a-z][A-Za-z-]+(?: [a-z][A-Za-z-]+){1,7}) \(\s*([\p{L}][\p{L}\d&]*(?:\s?-\s?[\p{L}\d]+)?)\s*\)`, 'gu');
const NAMES = new RegExp(NAME, 'g');
const QUOTED = /[“"]([A-Za-z][A-Za-z0-9 ,’'&-]{3,60})[”"]/g;
/** The last word of what is named with capitals. */
const NAME_HEAD = /\b(?:Initiative|Plan|Programme?|Project|Agreement|Convention|Forum|Conference|Summit|Organi[sz]ation|Council|Committee|Commission|Fund|Agenda|Framework|Partnership|Strategy|Law|Act|Protocol|Declaration|Charter|Network|Cent(?:er|re)|Institute|Alliance|Corridor|Bank|Mechanism|Dialogue|Association|Union|Outline|Bulletin|Report|Goals|Roadmap|Community|Road|Telescope|Station|Reactor|Observatory|Laboratory|University|Academy|Foundation|Index|Treaty|Compact|Pact|Vision|Bay Area|Zone|Policy)s?$/;

/** Head nouns by which a phrase of common words is a term of the field. */
const PHRASE_HEAD = /\b(?:econom(?:y|ies)|technolog(?:y|ies)|innovation|infrastructure|network|system|market|governance|cooperation|development|industr(?:y|ies)|security|trade|investment|energy|transition|transformation|reform|modernization|rejuvenation|revitalization|civilization|prosperity|partnership|mechanism|framework|initiative|corridor|connectivity|chain|data|resource|element|factor|right|property|protection|ecosystem|environment|biodiversity|emission|neutrality|change|culture|education|talent|research|science|intelligence|computing|internet|internet of things|platform|service|productivity|productive force|force|pattern|dynamic|paradigm|future|interest|rule|standard|barrier|multilateralism|globalization|protectionism|unilateralism|poverty|food|agriculture|land|farmland|area|region|zone|park|cent(?:er|re)|strategy|policy|plan|agenda|goal|index|intensity|expenditure|capacity|power|laboratory|project|program(?:me)?|exchange|dialogue|forum|alliance|organization|group|commission|fund|finance|loan|production|consumption|supply|demand|contradiction|socialism|democracy|law|philosophy|concept|principle|vision|path|system)s?$/;

/** Words of praise and verbs before a phrase that are none of it. */
const PRAISE = /^(?:comprehensive|solid|major|key|healthy|strong|important|great|greater|significant|promot\w+|effective|various|strategic|sound|rapid|sustained|steady|stable|vigorous|better|vital|essential|current|recent|overall|relevant|certain|different|entire|whole|good|full|huge|enormous|remarkable|crucial|critical|closer|deeper|stronger|wider|broader|higher|faster|enabl\w+|foster\w*|boost\w*|driv(?:e|es|ing)|creat\w+|shar(?:e|es|ing)|form(?:s|ing)?)$/i;

/** Without the capitals of a sentence's start; letters that stand for words keep theirs. */
function plainCase(form: string): string {
  return form.split(' ').map((w) => (/[A-Z].*[A-Z]|\d/.test(w) ? w : w.toLowerCase())).join(' ');
}

const STOP = new Set(('a an the of to in on at by for from with without within into onto over under between among through during before after since until against about as than then so but or nor and if while when where which who whom whose what how why that this these those there here it its it’s he she his her they them their we us our you your i my is are was were be been being am has have had having do does did done will would shall should can could may might must not no yes also only very more most much many few several some any all each every both other another such same own new'
  + ' make makes made making take takes took taken taking give gives gave given giving get gets got become becomes became see seen need needs needed continue continues continued including include includes included according based address addressing ensure ensuring promote promoting promoted support supporting supported strengthen strengthening strengthened enhance enhancing enhanced improve improving improved build building built achieve achieving achieved provide providing provided develop developing establish establishing established encourage encouraging encouraged accelerate accelerating expand expanding deepen deepening advance advancing further fully actively jointly however therefore moreover furthermore thus hence meanwhile year years percent per cent billion million trillion yuan first second third one two three four five up down out off around across toward towards upon per via due well just like them around because even still already far particularly especially').split(/\s+/));

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

/** Adds English names: as other forms of Chinese candidates where the text pairs them, as candidates of their own in English sources. */
export function collectEnglish(units: readonly Unit[], candidates: Candidates): void {
  const byLetters = new Map<string, Candidate>();
  for (const candidate of candidates.values()) for (const [alias, kind] of candidate.aliases) if (kind === 'abbreviation') byLetters.set(letterKey(alias), candidate);
  const chinese = new Set(units.filter((u) => !u.english).map((u) => u.sourceIndex));
  pairKeywords(units, candidates);
  for (const unit of units) {
    if (!unit.english || unit.paragraph.kind === 'keywords') continue;
    const text = unit.paragraph.text;
    for (const m of text.matchAll(NAME_WITH_LETTERS)) {
      const letters = (m[2] as string).trim();
      if (!/\p{Lu}/u.test(letters) || letters.length < 2) continue;
      const name = fitted((m[1] as string).replace(/^(?:The|A|An) /, ''), letters);
      if (!lettersFit(letters, name)) {
        const known = byLetters.get(letterKey(letters));
        if (known && /^[A-Z]/.test(name)) known.aliases.set(name, 'english');
        continue;
      }
      const known = byLetters.get(letterKey(letters));
      if (known) { known.aliases.set(name, 'english'); continue; }
      const candidate = candidateFor(candidates, name, name.split(' '));
      if (!candidate) continue;
      candidate.evidence.abbreviated = (candidate.evidence.abbreviated ?? 0) + 1;
      candidate.aliases.set(letters, 'abbreviation');
      candidate.sources.add(unit.sourceIndex);
    }
    // In a source that also speaks Chinese the Chinese names stand for both.
    if (chinese.has(unit.sourceIndex)) continue;
    for (const m of text.matchAll(NAMES)) {
      const name = m[0].replace(/^(?:The|A|An|In|At|On|For|And|But|This|These|Our) /, '');
      if (!name.includes(' ') || !NAME_HEAD.test(name)) continue;
      mark(candidates, name, 'named', unit.sourceIndex);
    }
    for (const m of text.matchAll(QUOTED)) {
      const words = (m[1] as string).split(' ');
      if (words.length >= 2 && words.length <= 6) mark(candidates, (m[1] as string).replace(/,$/, ''), 'quoted', unit.sourceIndex);
    }
  }
  phrases(units.filter((u) => u.english && !chinese.has(u.sourceIndex) && u.paragraph.kind !== 'keywords'), candidates);
}

const letterKey = (letters: string): string => letters.replace(/\s/g, '').toUpperCase();

function mark(candidates: Candidates, form: string, kind: 'named' | 'quoted' | 'keyword', source: number): Candidate | null {
  const candidate = candidateFor(candidates, form, form.split(' '));
  if (!candidate) return null;
  candidate.evidence[kind] = (candidate.evidence[kind] ?? 0) + 1;
  candidate.frequency = Math.max(1, candidate.frequency);
  candidate.sources.add(source);
  return candidate;
}

/** Keyword lists of one source in both languages, of the same length, pair by position. */
function pairKeywords(units: readonly Unit[], candidates: Candidates): void {
  const lists = new Map<number, { zh: string[]; en: string[] }>();
  for (const unit of units) {
    if (unit.paragraph.kind !== 'keywords') continue;
    const entry = lists.get(unit.sourceIndex) ?? { zh: [], en: [] };
    lists.set(unit.sourceIndex, entry);
    const list = unit.text.replace(/^\s*(?:关\s*键\s*词|关键字|主题词|key\s*words?)\s*[:：]?\s*/i, '').split(/[;；,，、]/).map((k) => k.replace(/[●■。.\s]+$/u, '').trim()).filter((k) => k.length > 1);
    if (unit.english) entry.en.push(...list); else entry.zh.push(...list);
  }
  for (const [source, { zh, en }] of lists) {
    if (zh.length === en.length) {
      zh.forEach((form, i) => { candidateFor(candidates, form)?.aliases.set(en[i] as string, 'english'); });
    } else if (zh.length === 0) for (const form of en) mark(candidates, form, 'keyword', source);
  }
}

/** Recurring phrases of two to four words in English sources, as long as they are not always part of a longer one. */
function phrases(units: readonly Unit[], candidates: Candidates): void {
  const counts = new Map<string, { count: number; form: string; sources: Set<number>; largest: number; whole: boolean }>();
  for (const unit of units) {
    for (const run of unit.paragraph.text.split(/[^A-Za-z0-9&’' -]+/)) {
      let words: string[] = [];
      for (const word of [...run.split(/\s+/), 'the']) {
        if (word.length > 1 && !STOP.has(word.toLowerCase()) && !/^\d+$/.test(word) && !(words.length === 0 && PRAISE.test(word))) { words.push(word); continue; }
        for (let i = 0; i < words.length; i++) for (let n = 2; n <= 4 && i + n <= words.length; n++) {
          const form = words.slice(i, i + n).join(' ');
          const key = form.toLowerCase();
          const entry = counts.get(key) ?? { count: 0, form: plainCase(form), sources: new Set<number>(), largest: 0, whole: false };
          entry.count++;
          if (i === 0 && n === words.length) entry.whole = true;
          entry.sources.add(unit.sourceIndex);
          counts.set(key, entry);
        }
        words = [];
      }
    }
  }
  for (const [key, entry] of counts) {
    if (entry.count < 2) continue;
    const words = key.split(' ');
    for (const inner of [words.slice(1).join(' '), words.slice(0, -1).join(' ')]) {
      const shorter = counts.get(inner);
      if (shorter) shorter.largest = Math.max(shorter.largest, entry.count);
    }
  }
  for (const entry of counts.values()) {
    if (/ly$/.test(entry.form.split(' ').pop() as string)) continue;
    // A phrase that stands once is one by its head, and only whole.
    if (entry.whole && PHRASE_HEAD.test(entry.form.toLowerCase()) && (entry.count < 2 || entry.count === entry.largest)) {
      const single = candidateFor(candidates, entry.form, entry.form.split(' '));
      if (single) { single.evidence.phrase = 1; single.frequency = Math.max(1, single.frequency); entry.sources.forEach((s) => single.sources.add(s)); }
      continue;
    }
    const headed = PHRASE_HEAD.test(entry.form.toLowerCase());
    if (entry.count < (headed ? 2 : 3) || entry.count - entry.largest < (headed ? 1 : 2)) continue;
    const words = entry.form.split(' ');
    const candidate = candidateFor(candidates, entry.form, words);
    if (!candidate) continue;
    candidate.evidence.recurrent = entry.count;
    candidate.evidence.phrase = entry.count - entry.largest;
    candidate.frequency = entry.count;
    candidate.cValue = Math.log2(1 + words.length) * (entry.count - entry.largest / 2);
    entry.sources.forEach((s) => candidate.sources.add(s));
  }
}
