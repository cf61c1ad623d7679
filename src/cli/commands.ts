/** The commands that ask the library, each as the JSON that contract.md describes. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readOne } from '../core/library/buildLibrary';
import { sourceRows, sourceText } from '../core/features/sources';
import type { Opened } from '../engine/open';
import { readFile } from '../engine/files';
import { reasonOf } from '../engine/limits';
import type { CommandLine } from './arguments';
import { readDraft } from './draft';

export interface CommandAnswer {
  readonly value: unknown;
  /** Whether something that was named could not be read. */
  readonly failed: boolean;
}

const DEFAULT_LIMIT = 10;

/** Answers every command but `check`. */
export async function answer({ service, paths }: Opened, line: CommandLine, say: (line: string) => void): Promise<CommandAnswer> {
  const limit = line.limit ?? DEFAULT_LIMIT;
  const words = line.operands.join(' ');
  switch (line.command) {
    // Without the counts of the Library view: those would need everything extracted.
    case 'sources': return { value: { sources: sourceRows(service.library) }, failed: false };
    case 'text': return text(words);
    case 'quotes': return { value: { quotes: service.quotes() }, failed: false };
    case 'terms': return { value: { terms: service.terms() }, failed: false };
    case 'figures': return { value: { figures: service.figures() }, failed: false };
    case 'images': return { value: { images: service.images() }, failed: false };
    case 'search': return { value: { passages: service.search(words, limit) }, failed: false };
    case 'define': return { value: { term: service.define(words) }, failed: false };
    case 'complete': {
      while (!service.prepare(Infinity, /[a-z]/iu.test(words)));
      const found = service.complete(words, limit, { style: 'bare', language: 'markdown' });
      return { value: { completions: found.map(({ label, kind, insertText, source }) => ({ label, kind, insertText, source })) }, failed: false };
    }
    case 'references': return references(words);
    case 'check': throw new Error('check has its own way');
  }

  /** The used sources of a draft as CSL-JSON items, or as BibTeX text. */
  async function references(file: string): Promise<CommandAnswer> {
    const draft = await readDraft(file, say);
    if (!draft) return { value: line.format === 'bibtex' ? '' : { references: [] }, failed: true };
    const exported = service.references(draft, line.format === 'bibtex' ? 'bibtex' : 'csl-json').text;
    return { value: line.format === 'bibtex' ? exported : { references: JSON.parse(exported) as unknown }, failed: false };
  }

  /** A source by its name in the library, by its bare name where that is unambiguous, or any file by its path. */
  async function text(name: string): Promise<CommandAnswer> {
    const wanted = name.replace(/\\/g, '/').replace(/^\.\//, '');
    const known = service.library.sources.map(({ file }) => file);
    const absolute = path.resolve(name);
    const named = known.includes(wanted) ? [wanted] : known.filter((file) => paths[file] === absolute);
    const matches = named.length > 0 ? named : known.filter((file) => path.posix.basename(file) === wanted);
    if (matches.length === 1) return { value: service.text(matches[0] as string), failed: false };
    if (matches.length > 1) {
      say(`${name}: several sources have this name: ${matches.join(', ')}`);
      return { value: { file: name, raw: '', paragraphs: [], removed: [] }, failed: true };
    }
    try {
      fs.accessSync(absolute, fs.constants.R_OK);
    } catch (error) {
      say(`${name}: no source has this name, and the file cannot be read: ${reasonOf(error)}`);
      return { value: { file: name, raw: '', paragraphs: [], removed: [] }, failed: true };
    }
    const read = await readFile(absolute, path.basename(absolute), null);
    const source = readOne(read);
    const broken = read.text !== '' ? undefined : (read.problems ?? []).find(({ code }) => code !== 'empty' && code !== 'replaced-bytes');
    for (const { message } of read.problems ?? []) say(`${name}: ${message}`);
    return { value: sourceText(source), failed: broken !== undefined };
  }
}
