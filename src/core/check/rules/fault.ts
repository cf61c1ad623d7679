/** Short ways to say what a paragraph rule has found. Offsets into the paragraph. */
import type { Fault } from '../rule';

/** A fault whose place is to be replaced; `preferred` where the new text is certain. */
export function replace(start: number, end: number, newText: string, preferred: boolean, zh: string, en: string): Fault {
  return { start, end, words: { 'zh-cn': zh, en }, fixes: [{ edits: [{ start, end, newText }], preferred }] };
}

/** A fault that the writer must look at. */
export function point(start: number, end: number, zh: string, en: string): Fault {
  return { start, end, words: { 'zh-cn': zh, en } };
}

/** Whether a paragraph is Chinese: rules of Chinese standards say nothing of English. */
export const isChinese = ({ script }: { readonly script: string }): boolean => script === 'zh-Hans' || script === 'zh-Hant';
