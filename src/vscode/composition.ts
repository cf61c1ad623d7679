/**
 * An input method writes the letters of a composition into the document, and takes them back for the characters that are
 * chosen. VS Code tells nobody that this goes on; it shows in the edits.
 */
export interface Edit {
  /** Offset in the document, and how many characters were replaced there. */
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Letters as input methods of Chinese write them while one composes: pinyin, its separators, Wubi, Zhuyin. */
const LETTERS = /^[a-z][a-z' ]*$|^[\u3105-\u312fˊˇˋ˙]+$/iu;

/**
 * Whether an edit looks like a step of a composition: letters that stand directly behind Chinese, or that replace or continue
 * the letters of the step before. English words typed into Chinese text look the same; they only wait a little longer.
 */
export function isComposing(edits: readonly Edit[], previous: Edit | undefined, before: string): boolean {
  const [edit, ...more] = edits;
  if (!edit || more.length > 0 || !LETTERS.test(edit.text)) return false;
  if (/[\p{Script=Han}，。、；：“”‘’《》（）]$/u.test(before)) return true;
  if (!previous || !LETTERS.test(previous.text)) return false;
  const replaces = edit.rangeOffset === previous.rangeOffset && edit.rangeLength === previous.text.length;
  return replaces;
}
