/** Titles of documents (domain: T-4, G-5): one in 《》 that is one step from a title of the library and is none of its own. */
import { foldText } from '../../../text/fold';
import { oneInnerChange } from '../../formulations/oneChange';
import { TITLE, titlesOf } from '../../formulations/titles';
import type { ParagraphRule } from '../../rule';

export const nameDocumentRule: ParagraphRule = {
  scope: 'paragraph', id: 'name.document', severity: 'warning', basis: null,
  check({ text }, { library }) {
    if (!text.includes('《')) return [];
    return [...text.matchAll(TITLE)].flatMap((m) => {
      const written = m[1] as string, folded = foldText(written);
      const titles = titlesOf(library);
      if (folded.length < 6 || titles.has(folded)) return [];
      const meant = titles.like(folded).filter((one) => oneInnerChange(folded, one.folded));
      // One step from two titles: nobody knows which.
      const [title] = meant;
      if (!title || meant.length > 1) return [];
      const start = m.index + 1, end = start + written.length;
      return [{
        start, end, words: { 'zh-cn': `库中没有《${written}》，有《${title.title}》`, en: `The library has no 《${written}》, but 《${title.title}》` },
        source: title.source, fixes: [{ edits: [{ start, end, newText: title.title }], preferred: false }],
      }];
    });
  },
};
