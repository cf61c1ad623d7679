/** An HTML page as a layout: what a reader of the page reads, with its place in the file. */
import type { ParagraphKind } from '../../library/types';
import { joinRuns, type Layout, type LayoutBlock } from '../layout';
import { isFurniture, isNumberedHeading } from '../patterns';
import { standings, type Standing } from './content';
import type { PageBlock } from './page';
import { readPage } from './readPage';
import { statedOf, statedTitles } from './stated';

const plain = (text: string): string => text.replace(/[\s\u3000\u00a0]+/gu, '');

/** `raw` is the file as decoded; offsets count in it. Pictures keep the address that the page gives them. */
export function layoutOfHtml(raw: string): Layout {
  const page = readPage(raw);
  const standing = standings(page.containers, page.blocks);
  const titles = statedTitles(page).map(plain);
  let titleAt = -1;
  // The title is the heading that the page's head names too, else its only first-level heading.
  const texts = new Map<number, string>();
  page.blocks.forEach((block, i) => {
    if (block.characters > 120 || block.characters < 2) return;
    if (block.kind === 'heading' || (titleAt < 0 && block.characters >= 6)) texts.set(i, plain(joinRuns(raw, block.runs).text));
  });
  const named = [...texts].filter(([i, text]) => titles.includes(text) && page.blocks[i]?.kind === 'heading');
  // One that stands behind text is a chapter's.
  const textFrom = page.blocks.findIndex(({ kind, characters, linked }, i) => standing[i] === 'content' && kind === null && characters - linked >= 25);
  const first = [...texts].filter(([i]) => page.blocks[i]?.container.tag === 'h1' || page.blocks[i]?.container.parent?.tag === 'h1').filter(([i]) => !page.blocks[i]?.container.furniture && (textFrom < 0 || i < textFrom));
  const loose = [...texts].filter(([i, text]) => titles.includes(text) && !page.blocks[i]?.container.furniture && page.blocks[i]?.linked === 0);
  // A numbered one is a chapter's too.
  const only = first.length === 1 && !isNumberedHeading(first[0]?.[1] ?? '') ? first[0]?.[0] : undefined;
  titleAt = named[0]?.[0] ?? only ?? loose[0]?.[0] ?? -1;
  const titleBlock = page.blocks[titleAt];
  const titleText = titleBlock ? joinRuns(raw, titleBlock.runs).text.trim() : null;
  const head = statedTitles(page);
  const { stated, properties } = statedOf(page, titleText);
  const blocks: LayoutBlock[] = page.blocks.map((block, i) => ({
    runs: block.runs,
    kind: i === titleAt ? 'title' : kindOf(raw, block, standing[i] as Standing),
  }));
  // A logo above the text and the pictures of other pages below it are not the document's.
  const content = page.blocks.filter((_, i) => standing[i] === 'content');
  const from = page.blocks[titleAt]?.runs[0]?.start ?? content[0]?.runs[0]?.start ?? 0, to = content.at(-1)?.runs.at(-1)?.end ?? 0;
  const pictures = page.pictures.filter(({ start }) => start >= from && start < to + 2000);
  return { blocks, stated, properties: { ...properties, ...(head.length > 0 ? { title: head.at(-1) } : {}) }, kind: 'web', pictures };
}

/** A line beside the content is judged by its words; a caption or heading in the content is what its tag says. */
function kindOf(raw: string, block: PageBlock, standing: Standing): ParagraphKind | null {
  // Notes may stand apart from the text.
  if (standing === 'furniture') return block.kind === 'reference' && !block.container.furniture ? block.kind : 'boilerplate';
  if (block.characters > 90 || (block.kind !== null && block.kind !== 'table')) return block.kind;
  const { text } = joinRuns(raw, block.runs);
  // A row of numbers is a table's; alone in a line they would be a page's.
  if (block.kind === 'table') return isFurniture(text) && !/\d\t|\t\s*[-−+]?\d/u.test(text) ? 'boilerplate' : 'table';
  return PARTICULARS.test(text) && /\d{4}\s*[年\-/.]\s*\d{1,2}/u.test(text) ? 'byline' : null;
}

/** The line under a page's title: date, source, author in one. */
const PARTICULARS = /(?:来源|來源|稿源|发布时间|發佈時間|发布日期|日期|时间|作者|编辑)\s*[:：]/u;
