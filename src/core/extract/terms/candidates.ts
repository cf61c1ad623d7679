/** What of a unit could be a term though it stands once: noun phrases by their head, names with a verb inside, joined aims. */
import { headOf, isKnownNoun } from './heads';
import { PROTECTED } from './lexicon';
import { formOf, piecesOf, soundForm, trimmed } from './phrases';
import { verbNames } from './verbNames';
import type { Chunk, CutUnit, Word } from './types';

/** A phrase of one place. */
export interface Phrase {
  readonly form: string;
  readonly words: readonly string[];
  readonly stands: 'own' | 'known';
  /** Whether a heading that holds it speaks for it. */
  readonly inHeading: boolean;
}

/** The phrases of a unit that may be terms by their build, and those that are only where other evidence names them. */
export function phraseEvidence({ unit, words, chunks }: CutUnit): Phrase[] {
  const text = unit.text;
  const found: Phrase[] = verbNames(text, words, chunks).map(({ start, end }) => ({ form: text.slice(start, end), words: [text.slice(start, end)], stands: 'own', inHeading: false }));
  for (const chunk of chunks) {
    for (const { words: kept, whole } of piecesOf(text, chunk)) {
      const form = formOf(text, kept);
      if (!soundForm(form)) continue;
      found.push({ form, words: kept.map((w) => text.slice(w.start, w.end)), stands: !whole && standsAlone(form, kept) ? 'own' : 'known', inHeading: true });
      const inner = whole ? null : knownEnding(text, kept) ?? spokenOf(form);
      if (inner) found.push({ form: inner, words: [inner], stands: 'own', inHeading: true });
      else {
        const name = form.replace(SPEAKING, '');
        if (name !== form && name.length >= 3) found.push({ form: name, words: [name], stands: 'known', inHeading: true });
      }
    }
  }
  return found;
}

/** The noun of a field that a longer phrase ends with, where whole words make it: 绿色|可持续发展. */
function knownEnding(text: string, kept: readonly Word[]): string | null {
  for (let i = 1; i < kept.length; i++) {
    const form = formOf(text, kept.slice(i));
    if (form.length >= 4 && isKnownNoun(form)) return form;
  }
  return null;
}

const SPEAKING = /(?:理念|建设|事业|进程|工作|目标|发展|改革发展|领域|问题|能力|水平|时代)$/;

/** The name that a phrase only speaks of: 人类命运共同体|理念, 健康产业|发展. */
function spokenOf(form: string): string | null {
  const name = form.replace(SPEAKING, '');
  return name.length >= 4 && name !== form && headOf(name) ? name : null;
}

/** A phrase that stands once is a term only by its head noun. */
function standsAlone(form: string, kept: readonly Word[]): boolean {
  return isKnownNoun(form) || (form.length >= 4 && PROTECTED.has(form)) || !((kept.length < 2 && form.length < 5) || form.length < 4 || form.length > 18 || (!headOf(form) && !plainPhrase(form, kept)));
}

/** A short phrase of whole nouns without a known head: 杂交水稻, 电商直播. */
function plainPhrase(form: string, words: readonly Word[]): boolean {
  return /^(?!中国|全球|世界|人类|国际|国内|当今)[\u4e00-\u9fff]{4,10}$/.test(form) && words.length <= 4 && words.every((w) => w.kind === 'noun' && w.end - w.start >= 2);
}

/** Heads of which two make one aim: 人才中心和创新高地. */
const AIM_HEADS = /(?:中心|高地|强国|枢纽|变革|革命|自贸港|纲要)$/;
/** A meeting, body or paper for two things: 卫生与健康大会, 科技和产业委员会. */
const FOR_TWO = /^[\u4e00-\u9fff]{1,6}(?:大会|论坛|峰会|委员会|组织|方针|规划|条例|公约|博览会|基金|研究院)$/;

/** Kinds of names of which each stands alone. */
const NAMED_ALONE = /^(?:meeting|document|organisation)$/;

/** Two named things joined by 和 behind a verb, as one name, though it stands once. */
export function collectPairs({ unit, chunks }: CutUnit): { form: string; words: string[] }[] {
  const found: { form: string; words: string[] }[] = [];
  for (let c = 0; c + 1 < chunks.length; c++) {
    const left = chunks[c] as Chunk, right = chunks[c + 1] as Chunk;
    if (!/^[和与]$/.test(unit.text.slice(left.end, right.start))) continue;
    const first = trimmed(unit.text, left.words), second = trimmed(unit.text, right.words);
    if (!first || !second || first[first.length - 1] !== left.words[left.words.length - 1] || second[0] !== right.words[0]) continue;
    const a = formOf(unit.text, first), b = formOf(unit.text, second);
    const forTwo = a.length >= 2 && a.length <= 10 && FOR_TWO.test(b) && !NAMED_ALONE.test(headOf(a)?.kind ?? '');
    // 国际某某与某某中心: a body of many countries, or of the whole one.
    const body = /^(?:国际|国家|全国|亚洲|联合国|中国)/.test(a) && a.length <= 10 && /^[\u4e00-\u9fff]{2,8}中心$/.test(b) && !NAMED_ALONE.test(headOf(a)?.kind ?? '');
    if (!forTwo && !body && (a.length < 3 || b.length < 3 || a.length > 10 || b.length > 10 || !AIM_HEADS.test(a) || !AIM_HEADS.test(b))) continue;
    const form = unit.text.slice((first[0] as Word).start, (second[second.length - 1] as Word).end);
    found.push({ form, words: [...first, ...second].map((w) => unit.text.slice(w.start, w.end)) });
  }
  return found;
}
