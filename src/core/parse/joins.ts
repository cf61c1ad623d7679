/** Paragraphs that a page or column break cut in two are joined again. */
import type { Block } from './blocks';
import { endsFinally } from './lines';
import { length } from './patterns';

/** Groups of blocks that are one paragraph each, in order of their first block. */
export function joinBroken(blocks: readonly Block[], raw: string): Block[][] {
  const bodies = blocks.filter((b) => b.kind === 'body' || b.kind === 'abstract');
  // A list has many paragraphs that end with a semicolon; a single one was cut.
  const lone = bodies.filter((b) => /[;；]$/u.test(b.text)).length === 1;
  const isUnfinished = (b: Block): boolean => (!endsFinally(b.text) || (lone && /[;；]$/u.test(b.text))) && length(b.text) > 15;
  const unfinished = bodies.filter(isUnfinished);
  // Where hardly any paragraph ends with a full stop, the missing stop says nothing.
  const usual = unfinished.length / Math.max(1, bodies.length) > 0.4 && unfinished.length > 4;
  // Where no paragraph is surely cut, none is taken to be.
  const sure = unfinished.some((b) => {
    const next = bodies[bodies.indexOf(b) + 1];
    return next !== undefined && (/[，、,]$/u.test(b.text) || cutsWord(b.text, next.text, raw));
  });
  const taken = new Set<Block>();
  const groups: Block[][] = [];
  blocks.forEach((block, i) => {
    if (taken.has(block)) return;
    const group = [block];
    if (block.kind === 'body' || block.kind === 'abstract') {
      let at = i, last = block;
      while (isUnfinished(last)) {
        const next = continuation(blocks, at, last, raw, !usual && sure);
        if (next < 0) break;
        last = blocks[next] as Block;
        taken.add(last);
        group.push(last);
        at = next;
      }
    }
    groups.push(group);
  });
  return groups;
}

/** How many blocks of furniture may stand between the two parts. */
const FURTHEST = 6;

/** Index of the block that goes on with the unfinished one at `at`; -1 where there is none. `broken`: the text is known to have cut paragraphs. */
function continuation(blocks: readonly Block[], at: number, last: Block, raw: string, broken: boolean): number {
  let headings = 0, furniture = 0;
  for (let i = at + 1; i < blocks.length && i <= at + 1 + FURTHEST; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'body') return goesOn(last.text, block, headings > 0, furniture > 0, raw, broken) ? i : -1;
    if (block.kind === 'heading' || block.kind === 'callout') headings++;
    else if (block.kind === 'boilerplate' || block.kind === 'caption' || block.kind === 'byline') furniture++;
    else if (block.kind === 'reference' && /^[①-⑳]/u.test(block.text)) furniture++;
    else return -1;
    if (headings > 1) return -1;
  }
  return -1;
}

function goesOn(before: string, block: Block, pastHeading: boolean, pastFurniture: boolean, raw: string, broken: boolean): boolean {
  const after = block.text;
  if (/^(?:[-•*●◆■]|[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十]+|[一二三四五六七八九十]是)/u.test(after)) return false;
  if (/[A-Za-z][,]?$/.test(before)) return /^[a-z]/.test(after);
  if (block.indented) return false;
  if (/[，、,；;]$/u.test(before)) return !pastHeading;
  const known = cutsWord(before, after, raw) || cutsMarks(before, after);
  if (pastHeading) return known;
  return known || (broken && /[\p{Script=Han}“‘《（(]$/u.test(before)) || pastFurniture;
}

/** Whether a quotation is open where the first text ends and closes in the second, no other one having begun. */
function cutsMarks(before: string, after: string): boolean {
  return before.lastIndexOf('“') > before.lastIndexOf('”') && /^[^“”]*”/u.test(after);
}

/** Whether the two texts meet inside a word: the word stands whole elsewhere in the document. */
function cutsWord(before: string, after: string, raw: string): boolean {
  const word = before.slice(-1) + after.slice(0, 1);
  // No text ends with one of these.
  if (/[的在和与及对向为把被将从]$/u.test(before) && /^[\p{Script=Han}《“]/u.test(after)) return true;
  return /^\p{Script=Han}{2}$/u.test(word) && raw.includes(word);
}

/**
 * Short last lines of a page look like headings. One with a comma in it is text where it is cut inside a word, or where
 * the page's furniture follows instead of text.
 */
export function revokeHeadings(blocks: readonly Block[], raw: string): void {
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading' || !/[，,]/u.test(block.text) || /^\d|^[一二三四五六七八九十（(]/u.test(block.text)) return;
    const next = blocks[i + 1];
    if (!next) return;
    if ((next.kind === 'body' && cutsWord(block.text, next.text, raw)) || (next.kind === 'boilerplate' && blocks[i - 1]?.kind === 'body')) block.kind = 'body';
  });
}
