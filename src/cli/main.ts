/** Entry of the command line: arguments in, an answer on standard output, everything else on standard error. */
import * as fs from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import { openLibrary, type Opened } from '../engine/open';
import { openSaved } from '../engine/saved';
import { DamagedStore } from '../engine/store/pack';
import { storeFolder } from '../engine/store/place';
import { HELP, parseCommandLine, UsageError, type CommandLine } from './arguments';
import { answer } from './commands';
import { checkDrafts } from './check';

const say = (line: string) => { process.stderr.write(`yinju: ${line}\n`); };

/** Writes all of it, also into a pipe whose reader is slow; a reader that has gone away ends the program quietly. */
function print(text: string): void {
  const bytes = Buffer.from(text.endsWith('\n') ? text : `${text}\n`);
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(1, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE') return;
      else throw error;
    }
  }
}

/** The product's own folder: the one above the bundle's. */
const home = path.join(__dirname, '..');

function localeOf({ locale }: CommandLine): 'en' | 'zh-cn' {
  if (locale) return locale;
  const language = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return /^zh/i.test(language) ? 'zh-cn' : 'en';
}

/** Opens the library; what was named and cannot be read is told, and what is wrong with single files too. */
async function open(line: CommandLine, saved: boolean): Promise<Opened & { readonly failed: boolean; readonly close?: () => void }> {
  const folders = line.libraries.length > 0 ? line.libraries : [path.join(home, 'seeds')];
  const storage = saved ? cacheFolder() : null;
  const unsaved = (reason: string) => say(`the index cannot be saved: ${reason}`);
  const opened = (storage === null ? null : await openSaved({ folders, storage, needs: NEEDS[line.command] ?? [], unsaved })) ?? await openLibrary({ folders });
  for (const { file, message } of opened.problems) say(`${file}: ${message}`);
  for (const { file, problems } of opened.service.library.sources) {
    for (const { code, message } of problems) if (FILE_PROBLEMS.has(code)) say(`${opened.paths[file] ?? file}: ${message}`);
  }
  const failed = opened.problems.some(({ code }) => code === 'missing-folder' || code === 'unreadable-folder' || code === 'bad-catalogue' || code === 'bad-glossary');
  return { ...opened, failed };
}

/** What an answer needs beside the documents. */
const NEEDS: Partial<Record<CommandLine['command'], readonly ('groups' | 'terms')[]>> = {
  quotes: ['groups'], figures: ['groups'], terms: ['terms'], define: ['terms'], complete: ['groups', 'terms'], check: ['groups', 'terms'],
};

/** Where this user's programs keep what they can make anew; null where that is not known. */
function cacheFolder(): string | null {
  const named = process.env['YINJU_CACHE'];
  if (named) return path.resolve(named);
  const own = process.platform === 'win32' ? process.env['LOCALAPPDATA'] : process.platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches') : process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  return own && path.isAbsolute(own) ? path.join(own, 'yinju') : null;
}

/** Problems that concern a file as a whole; those of its text are in the answer of `sources`. */
const FILE_PROBLEMS = new Set(['unsupported-format', 'unreadable', 'too-large', 'empty', 'binary', 'replaced-bytes', 'encrypted', 'damaged', 'no-text-layer', 'too-slow', 'cut-short']);

async function main(): Promise<number> {
  const line = parseCommandLine(process.argv.slice(2));
  if (line === 'help') { print(HELP); return 0; }
  if (line === 'version') {
    print((JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }).version);
    return 0;
  }
  try {
    return await answered(line, line.cached);
  } catch (error) {
    if (!(error instanceof DamagedStore)) throw error;
    // What is damaged is of no use; the files are there.
    const storage = cacheFolder();
    if (storage) fs.rmSync(storeFolder(storage, line.libraries.length > 0 ? line.libraries : [path.join(home, 'seeds')]), { recursive: true, force: true });
    return await answered(line, false);
  }
}

async function answered(line: CommandLine, saved: boolean): Promise<number> {
  const library = await open(line, saved);
  try {
    return await answerOf(library, line);
  } finally {
    library.close?.();
  }
}

async function answerOf(library: Opened & { readonly failed: boolean }, line: CommandLine): Promise<number> {
  if (line.command === 'check') {
    const { output, unreadable, errors } = await checkDrafts(library, line, localeOf(line), say);
    print(output);
    return library.failed || unreadable ? 2 : errors ? 1 : 0;
  }
  const { value, failed } = await answer(library, line, say);
  // What is no JSON is text for another program.
  print(typeof value === 'string' ? value : JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined));
  return library.failed || failed ? 2 : 0;
}

main().then((status) => { process.exitCode = status; }, (error: unknown) => {
  if (error instanceof UsageError) say(`${error.message}; see yinju --help`);
  else say(error instanceof Error ? error.stack ?? error.message : String(error));
  process.exitCode = 2;
});
