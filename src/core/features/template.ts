/**
 * Styles as templates: text with places in braces. `{?…}` is a group that is left out where something in it is not known, so that
 * a template never shows an empty place: `{?{date}，}{speaker}{?在{occasion}上}指出：{quotation}{number}`.
 */

/** What can stand in braces, with its Chinese name. */
export const PLACEHOLDERS = {
  words: '原文', quotation: '引文', attributed: '引述', attribution: '引语', speaker: '讲话人', occasion: '场合', date: '日期', year: '年份',
  title: '篇名', publication: '报刊', citation: '著录', note: '出处', footnote: '脚注', intext: '夹注', number: '序号', key: '引用键', cite: '引用',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

const BY_NAME: ReadonlyMap<string, Placeholder> = new Map(
  (Object.entries(PLACEHOLDERS) as [Placeholder, string][]).flatMap(([name, chinese]) => [[name, name], [chinese, name]]),
);

/** The styles that are there without being written. A block is no template: it is a paragraph of its own in each language's way. */
export const STYLES: Readonly<Record<string, string>> = {
  bare: '{words}', quotation: '{quotation}', attributed: '{attributed}', block: '', footnote: '{attributed}{footnote}',
  note: '{attributed}{intext}', numbered: '{attributed}{number}', cite: '{attributed}{cite}',
};

type Node = string | { readonly place: Placeholder } | { readonly group: readonly Node[] };

interface Parsed {
  readonly nodes: readonly Node[];
  /** Names in braces that mean nothing. */
  readonly unknown: readonly string[];
}

function parse(template: string): Parsed {
  const unknown: string[] = [];
  let at = 0;
  function nodes(inGroup: boolean): Node[] {
    const found: Node[] = [];
    let text = '';
    const flush = (): void => { if (text) found.push(text); text = ''; };
    while (at < template.length) {
      if (template.startsWith('{{', at) || template.startsWith('}}', at)) { text += template[at] as string; at += 2; continue; }
      if (template.startsWith('{?', at)) { flush(); at += 2; found.push({ group: nodes(true) }); continue; }
      if (template[at] === '}' && inGroup) { at++; break; }
      const name = /^\{([^{}?]+)\}/u.exec(template.slice(at));
      if (!name) { text += template[at++] as string; continue; }
      at += name[0].length;
      const place = BY_NAME.get((name[1] as string).trim());
      if (place) { flush(); found.push({ place }); } else { unknown.push(name[1] as string); text += name[0]; }
    }
    flush();
    return found;
  }
  return { nodes: nodes(false), unknown };
}

/** The names in braces that mean nothing, for a message to who wrote the template. */
export function unknownPlaceholders(template: string): readonly string[] {
  return parse(template).unknown;
}

/** Fills the places. What has no value is empty; a group in which something has none is left out. */
export function fillTemplate(template: string, valueOf: (place: Placeholder) => string | null): string {
  function fill(nodes: readonly Node[]): { readonly text: string; readonly whole: boolean } {
    let text = '', whole = true;
    for (const node of nodes) {
      if (typeof node === 'string') { text += node; continue; }
      if ('group' in node) {
        const group = fill(node.group);
        if (group.whole) text += group.text;
        continue;
      }
      const value = valueOf(node.place);
      if (value === null) whole = false; else text += value;
    }
    return { text, whole };
  }
  return fill(parse(template).nodes).text;
}
