/** Entry of the command line: arguments in, an answer on standard output, everything else on standard error. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { openLibrary, type Opened } from '../engine/open';
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
async function open(line: CommandLine): Promise<Opened & { readonly failed: boolean }> {
  const folders = line.libraries.length > 0 ? line.libraries : [path.join(home, 'seeds')];
  const opened = await openLibrary({ folders });
  for (const { file, message } of opened.problems) say(`${file}: ${message}`);
  for (const { file, problems } of opened.service.library.sources) {
    for (const { code, message } of problems) if (FILE_PROBLEMS.has(code)) say(`${opened.paths[file] ?? file}: ${message}`);
  }
  const failed = opened.problems.some(({ code }) => code === 'missing-folder' || code === 'unreadable-folder' || code === 'bad-catalogue' || code === 'bad-glossary');
  return { ...opened, failed };
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
  const library = await open(line);
  if (line.command === 'check') {
    const { output, unreadable, errors } = await checkDrafts(library, line, localeOf(line), say);
    print(output);
    return library.failed || unreadable ? 2 : errors ? 1 : 0;
  }
  const { value, failed } = await answer(library, line, say);
  print(JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined));
  return library.failed || failed ? 2 : 0;
}

main().then((status) => { process.exitCode = status; }, (error: unknown) => {
  if (error instanceof UsageError) say(`${error.message}; see yinju --help`);
  else say(error instanceof Error ? error.stack ?? error.message : String(error));
  process.exitCode = 2;
});
