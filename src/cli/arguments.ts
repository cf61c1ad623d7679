/** What the user wrote on the command line, checked. */
import { parseArgs } from 'node:util';
import { PROFILES } from '../core/check/rule';

export const COMMANDS = ['sources', 'text', 'quotes', 'terms', 'figures', 'images', 'search', 'define', 'complete', 'references', 'check'] as const;
export type Command = (typeof COMMANDS)[number];
export const FORMATS = ['json', 'pretty', 'sarif', 'html', 'md', 'bibtex'] as const;
export type Format = (typeof FORMATS)[number];

export interface CommandLine {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly libraries: readonly string[];
  /** Null where none was asked for: pretty on a terminal for `check`, else JSON. */
  readonly format: Format | null;
  /** Whether the saved index may be used. */
  readonly cached: boolean;
  readonly limit: number | null;
  readonly locale: 'en' | 'zh-cn' | null;
  /** Files of wording packs, besides those of the workspace. */
  readonly packs: readonly string[];
  readonly profiles: readonly string[];
  /** Rule id or group to severity or off. */
  readonly severities: Readonly<Record<string, string>>;
}

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

export class UsageError extends Error {}

/** Commands that need an operand, with its name. */
const OPERANDS: Partial<Record<Command, string>> = { text: 'FILE', search: 'QUERY', define: 'TERM', complete: 'PREFIX', references: 'DRAFT', check: 'DRAFT…' };

/** Parses the arguments behind the program's name. Throws `UsageError` with one sentence. */
export function parseCommandLine(argv: readonly string[]): CommandLine | 'help' | 'version' {
  const parsed = parse(argv);
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [name, ...operands] = positionals;
  if (name === undefined) throw new UsageError('a command is missing');
  const command = COMMANDS.find((one) => one === name);
  if (!command) throw new UsageError(`unknown command ${name}`);
  const operand = OPERANDS[command];
  if (operand && operands.length === 0) throw new UsageError(`${command} needs ${operand}`);
  if (!operand && operands.length > 0) throw new UsageError(`${command} takes no argument: ${operands[0]}`);
  if ((command === 'text' || command === 'define' || command === 'references') && operands.length > 1) throw new UsageError(`${command} takes one ${operand ?? ''}`);
  if (operand && operands.some((one) => one.trim() === '')) throw new UsageError(`${operand} of ${command} is empty`);
  const format = values.format === undefined ? null : FORMATS.find((one) => one === values.format);
  if (format === undefined) throw new UsageError(`unknown format ${values.format ?? ''}; one of ${FORMATS.join(', ')}`);
  const own: readonly Format[] = command === 'check' ? FORMATS.filter((one) => one !== 'bibtex') : command === 'references' ? ['json', 'bibtex'] : ['json'];
  if (format !== null && !own.includes(format)) throw new UsageError(own.length === 1 ? `${command} has the format json only` : `${command} has the formats ${own.join(', ')}`);
  let limit: number | null = null;
  if (values.limit !== undefined) {
    if (!/^\d{1,9}$/.test(values.limit) || Number(values.limit) === 0) throw new UsageError(`--limit needs a whole number from 1, not ${values.limit}`);
    limit = Number(values.limit);
  }
  const locale = values.lang === undefined ? null : values.lang;
  if (locale !== null && locale !== 'en' && locale !== 'zh-cn') throw new UsageError(`unknown language ${locale}; en or zh-cn`);
  const { pack: packs = [], profile: profiles = [] } = values;
  const unknown = profiles.find((name) => !PROFILES.some((one) => one === name));
  if (unknown !== undefined) throw new UsageError(`unknown profile ${unknown}; one of ${PROFILES.join(', ')}`);
  const severities = Object.fromEntries((values.rule ?? []).map((setting) => {
    const [rule = '', severity = ''] = setting.split('=');
    if (rule === '' || !SEVERITIES.includes(severity)) throw new UsageError(`--rule needs RULE=SEVERITY, one of ${SEVERITIES.join(', ')}, not ${setting}`);
    return [rule, severity];
  }));
  if (command !== 'check' && (packs.length > 0 || profiles.length > 0 || values.rule)) throw new UsageError('--pack, --profile and --rule are options of check');
  return { command, operands, libraries: values.library ?? [], format, cached: values['no-cache'] !== true, limit, locale, packs, profiles, severities };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv], allowPositionals: true, strict: true,
      options: {
        library: { type: 'string', multiple: true }, format: { type: 'string' }, limit: { type: 'string' }, lang: { type: 'string' },
        pack: { type: 'string', multiple: true }, profile: { type: 'string', multiple: true }, rule: { type: 'string', multiple: true },
        'no-cache': { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0] ?? error.message : String(error));
  }
}

export const HELP = `Usage: yinju COMMAND [ARGUMENTS] [OPTIONS]

Commands
  sources            the sources of the library
  text FILE          the text of one source, its paragraphs, and what was removed from it
  quotes             attributed quotations
  terms              key terms with their definitions
  figures            numbers that measure something
  images             pictures and captions
  search QUERY       the passages that match best
  define TERM        one term
  complete PREFIX    completions, by characters, pinyin or pinyin initials
  references DRAFT   the sources that a draft quotes or cites, as CSL-JSON or BibTeX
  check DRAFT…       checks drafts against the library

Options
  --library DIR      a library folder; may be given several times; default: the documents that come with Yinju
  --format FORMAT    json; for check also pretty, sarif, html, md; for references bibtex
  --limit N          at most N results (search, complete)
  --lang LANGUAGE    language of messages: en or zh-cn; default: that of the terminal
  --pack FILE        a pack of wording rules for check, besides those in .yinju/packs; may be given several times
  --profile NAME     rules for a kind of document: official-paper
  --rule RULE=LEVEL  how serious a rule or a group of rules is: error, warning, information, hint, off
  --no-cache         read the library from its files, not from the saved index, which lies
                     in the folder named by YINJU_CACHE, or where programs keep such things
  --help, --version

Exit status: 0 answered, and check has found no error; 1 check has found errors; 2 wrong usage, or something could not be read.
`;
