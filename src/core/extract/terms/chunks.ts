/** Noun phrases: runs of words that nothing breaks. */
import type { Chunk, Word } from './types';

/** Classifiers: a number before one of these counts, it does not name. */
const CLASSIFIER = /^(?:个|家|项|名|位|批|次|座|条|种|场|所|类|份|篇|件|套|支|系列|人次|亩|亩次|斤|公斤|吨|公顷|平方米|平方公里|公里|米|余|多|万|亿|万元|亿元|元|人|倍|轮次|大|岁|号|月|日|时|分|届|周年|周|天)$/;

/** The noun phrases of a text that was cut by `classedWords`. */
export function chunksOf(text: string, words: readonly Word[]): Chunk[] {
  const chunks: Chunk[] = [];
  let run: Word[] = [];
  const flush = (): void => {
    while (run.length > 0 && run[run.length - 1]?.kind === 'joiner') run.pop();
    let from = 0;
    // Leading counts: 53家, 2021年, 十大, 多个.
    while (from < run.length && run[from]?.kind === 'number' && run[from + 1]) {
      const next = run[from + 1] as Word;
      const word = text.slice(next.start, next.end);
      if (next.kind === 'noun' && CLASSIFIER.test(word)) from += 2;
      else if (next.kind === 'number' || /%/.test(text.slice(run[from]?.start, run[from]?.end))) from += 1;
      else break;
    }
    if (from < run.length && run[from]?.kind === 'joiner') from++;
    const kept = run.slice(from);
    if (kept.length > 0) chunks.push({ words: kept, start: (kept[0] as Word).start, end: (kept[kept.length - 1] as Word).end });
    run = [];
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word, next = words[i + 1];
    // A count inside a run begins a new phrase: 重点研发计划|17个专项.
    if (word.kind === 'number' && run.length > 0 && next) {
      const unit = text.slice(next.start, next.end), year = /^(?:19|20)\d\d$/.test(text.slice(word.start, word.end)) && unit === '年';
      if (!year && (CLASSIFIER.test(unit) || /\d/.test(text.slice(word.start, word.end)))) flush();
    }
    if (word.kind === 'hard' || word.kind === 'stop') { flush(); continue; }
    if (word.kind === 'joiner') {
      const last = run[run.length - 1];
      // A dash joins two names (中国—东盟); two dashes, or one after a break, part them.
      if (!last || last.kind === 'joiner') { flush(); continue; }
      run.push(word);
      continue;
    }
    run.push(word);
  }
  flush();
  return chunks;
}
