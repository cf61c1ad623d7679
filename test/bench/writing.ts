/** Texts for the bench, made from the words of the bundled library by chance with a fixed beginning: always the same ones. */

/** Numbers from 0 to 1, always the same row (a linear congruential generator). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

/** Sentences of 10 to 80 characters, no two alike, in which each word follows one that it follows in the library. */
export function sentencesLike(texts: readonly string[], count: number, next: () => number): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const followers = new Map<string, string[]>(), openings: string[] = [];
  for (const text of texts) {
    const words = [...segmenter.segment(text)].map(({ segment }) => segment);
    words.forEach((word, i) => {
      if (i === 0 || /[，；。：]/u.test(words[i - 1] as string)) openings.push(word);
      const list = followers.get(word);
      const follower = words[i + 1];
      if (follower) { if (list) list.push(follower); else followers.set(word, [follower]); }
    });
  }
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const made = new Set<string>();
  while (made.size < count) {
    const length = 10 + Math.floor(next() * 70);
    let text = '', word = one(openings.filter((each) => /\p{Script=Han}/u.test(each)));
    while (text.length + word.length <= length) {
      text += word;
      word = one(followers.get(word) ?? openings);
    }
    text = text.replace(/[，；：、（《“]$/u, '');
    if (text.length >= 10) made.add(text);
  }
  return [...made];
}

/** Different stretches of two to eight characters of the texts: names as a large glossary holds them. */
export function termsLike(texts: readonly string[], count: number, next: () => number): string[] {
  const runs = texts.flatMap((text) => text.match(/\p{Script=Han}{8,}/gu) ?? []);
  const made = new Set<string>();
  while (made.size < count) {
    const run = runs[Math.floor(next() * runs.length)] as string;
    const length = 2 + Math.floor(next() * 7), at = Math.floor(next() * (run.length - length + 1));
    made.add(run.slice(at, at + length));
  }
  return [...made];
}
