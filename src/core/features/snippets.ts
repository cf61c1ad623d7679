/** The quotations of a library as snippets of VS Code, which offers them where this product is not installed. */
import { pinyinKeys } from '../search/pinyin';
import { insertionOf } from './insertion';
import type { Offers } from './items';
import type { InsertOptions } from './types';

/** Characters and initials of an opening that are its prefixes. */
const PREFIX = 6;

/** What a snippet would read as a place of its own. */
const escaped = (text: string): string => text.replace(/[\\$}]/g, (c) => `\\${c}`);

/** A `.code-snippets` file with one snippet for each quotation, in the style of the options; prefixes are its first characters and their initials. */
export function snippetsOf(offers: Offers, options: InsertOptions): string {
  const snippets: Record<string, unknown> = {};
  for (let entry = 0; entry < offers.count; entry++) {
    const { item, insertable } = offers.at(entry);
    if (item.kind !== 'quote') continue;
    const { place: _, ...elsewhere } = options;
    const { text, appendix } = insertionOf(insertable, { ...elsewhere, language: 'markdown' });
    const opening = insertable.words.replace(/[^\p{L}\p{N}]/gu, '').slice(0, PREFIX);
    const initials = pinyinKeys(insertable.words).initials.slice(0, PREFIX);
    let name = insertable.words.slice(0, 40);
    for (let n = 2; name in snippets; n++) name = `${insertable.words.slice(0, 40)} (${n})`;
    snippets[name] = {
      scope: 'markdown,plaintext,latex,tex', prefix: [...new Set([opening, initials])].filter((prefix) => prefix.length > 1),
      body: `${escaped(text)}$0${escaped(appendix)}`.split('\n'), description: [item.description, insertable.source.title].filter(Boolean).join(' · '),
    };
  }
  return `${JSON.stringify(snippets, null, 2)}\n`;
}
