/** XML as a stream of events, by htmlparser2: no external entities, none of a document's own, so nothing can blow up. */
import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  text?(data: string): void;
  close?(name: string): void;
}

/** Names come with their prefix as written; Office and OpenDocument always use the same prefixes. */
export function readXml(xml: string, events: XmlEvents): void {
  const parser = new Parser({
    onopentag: (name, attributes) => events.open?.(name, attributes),
    ontext: (data) => events.text?.(data),
    onclosetag: (name) => events.close?.(name),
  }, { xmlMode: true, decodeEntities: true });
  parser.end(xml);
}

/** The text of the first element of each name. */
export function fieldsOf(xml: string, names: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  let open: string | null = null;
  readXml(xml, {
    open: (name) => { open = names.includes(name) && !(name in found) ? name : open; if (open === name) found[name] = ''; },
    text: (data) => { if (open !== null) found[open] += data; },
    close: (name) => { if (open === name) { found[name] = (found[name] ?? '').replace(/\s+/gu, ' ').trim(); open = null; } },
  });
  return found;
}
