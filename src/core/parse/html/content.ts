/** Content told from furniture: by tags, by names, by how much text stands outside links. */
import type { Container, PageBlock } from './page';

/** How a block stands to the page's content: in it, beside it (a title, a line of particulars), or furniture. */
export type Standing = 'content' | 'beside' | 'furniture';

/** The standing of each block. */
export function standings(containers: readonly Container[], blocks: readonly PageBlock[]): Standing[] {
  const strict = mainOf(containers, blocks, true);
  const whole = blocks.reduce((sum, block) => sum + block.characters - block.linked, 0);
  // Names that call the whole page furniture are wrong.
  const main = strict && strict.held * 4 >= whole ? strict : mainOf(containers, blocks, false);
  if (!main) return blocks.map((block) => (block.container.furniture ? 'furniture' : 'content'));
  const byNames = main === strict;
  const inside = membership(containers, main.container);
  const around = [main.container.parent, main.container.parent?.parent].filter((c) => c !== null && c !== undefined);
  const near = around.map((container) => membership(containers, container));
  const found = blocks.map((block): Standing => {
    const { container, characters, linked } = block;
    if (container.furniture || (byNames && container.hint < 0)) return 'furniture';
    const links = characters > 0 ? linked / characters : 0;
    if (inside[container.order]) return links > 0.6 && characters < 200 && !(block.kind === 'heading') ? 'furniture' : 'content';
    if (links > 0.4) return 'furniture';
    return near.some((member) => member[container.order]) || block.kind === 'heading' ? 'beside' : 'furniture';
  });
  // A title and its particulars stand before the text; what stands beside it behind is of other pages.
  const last = found.lastIndexOf('content');
  return found.map((one, i) => (one === 'beside' && i > last ? 'furniture' : one));
}

/** Whether each container lies in `outer`, by its order. */
function membership(containers: readonly Container[], outer: Container): Uint8Array {
  const member = new Uint8Array(containers.length);
  member[outer.order] = 1;
  for (let i = outer.order + 1; i < containers.length; i++) {
    const parent = (containers[i] as Container).parent;
    if (parent && member[parent.order]) member[i] = 1;
  }
  return member;
}

/** Tags that hold one paragraph: never a page's content by themselves. */
const PARAGRAPH = /^(?:p|h[1-6]|li|dt|dd|pre|tr|caption|figcaption|ul|ol|dl|blockquote|figure|center)$/;

/** Characters of a block that count as running text. */
function weight(block: PageBlock): number {
  const own = block.characters - block.linked;
  if (block.kind === 'table') return own;
  if (own < 12 || block.linked > own) return 0;
  return own >= 40 ? own : own / 2;
}

/** The container that holds the text of the page, and how much of it. */
function mainOf(containers: readonly Container[], blocks: readonly PageBlock[], byNames: boolean): { container: Container; held: number } | null {
  const held = new Float64Array(containers.length), linked = new Float64Array(containers.length), score = new Float64Array(containers.length);
  for (const block of blocks) {
    const { container } = block;
    if (container.furniture || (byNames && container.hint < 0)) continue;
    const own = weight(block);
    held[container.order] = (held[container.order] as number) + own;
    linked[container.order] = (linked[container.order] as number) + block.linked;
    // A paragraph speaks for what holds it, less for what holds that.
    let at: Container | null = container, share = 1;
    while (at?.parent && PARAGRAPH.test(at.tag)) at = at.parent;
    for (let step = 0; at && step < 4; step++, share /= 2) {
      score[at.order] = (score[at.order] as number) + own * share * (at.hint > 0 || at.tag === 'article' || at.tag === 'main' ? 1.25 : 1);
      at = at.parent;
    }
  }
  for (let i = containers.length - 1; i > 0; i--) {
    const parent = (containers[i] as Container).parent;
    if (!parent) continue;
    held[parent.order] = (held[parent.order] as number) + (held[i] as number);
    linked[parent.order] = (linked[parent.order] as number) + (linked[i] as number);
  }
  let best = -1;
  score.forEach((value, i) => { if (value > 0 && (best < 0 || value > (score[best] as number))) best = i; });
  if (best < 0) return null;
  let container = containers[best] as Container;
  // One chapter of several is not the whole: go up while that adds much text.
  while (container.parent && container.tag !== 'article' && container.tag !== 'main') {
    let up: Container | null = container.parent, steps = 0;
    const own = held[container.order] as number;
    while (up && (held[up.order] as number) < own * 1.2 && steps++ < 3) up = up.parent;
    if (!up || (held[up.order] as number) < own * 1.2) break;
    // Where what comes with it is as much links as text, it is other pages' teasers.
    if ((linked[up.order] as number) - (linked[container.order] as number) > ((held[up.order] as number) - own) * 0.8) break;
    container = up;
  }
  return { container, held: held[container.order] as number };
}
