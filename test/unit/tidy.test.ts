/** What the compiler does not see: direction of imports, sizes, and that manifest, texts and documents keep up with the code. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { builtinModules } from 'node:module';
import ts from 'typescript';
import { parseDocument } from 'yaml';
import { root } from '../root';

const LONGEST_FILE = 400;

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const json = <T>(file: string) => JSON.parse(read(file)) as T;

/** Files below a folder, as paths from the project's root with forward slashes. */
function filesBelow(folder: string, accept: RegExp): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(file, accept);
    return accept.test(entry.name) ? [file] : [];
  });
}

const sources = filesBelow('src', /\.ts$/);
const tests = filesBelow('test', /\.ts$/);

const imports = new Map<string, readonly string[]>();

/** What a file imports or requires: its own modules as paths from the root, packages by their name. */
function importsOf(file: string): readonly string[] {
  const known = imports.get(file) ?? parseImports(file);
  imports.set(file, known);
  return known;
}

function parseImports(file: string): string[] {
  return ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), fileName)) : fileName);
}

/** The texts that a file hands to `l10n.t`. */
function textsOf(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bl10n\.t$/.test(node.expression.getText())) {
      const first = node.arguments[0];
      if (first && ts.isStringLiteralLike(first)) texts.push(first.text);
      else if (first) throw new Error(`${file}: l10n.t wants its text as one literal, or it cannot be translated: ${first.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return texts;
}

/** Every import by a file for which `allowed` says no, one line each. */
function offences(files: readonly string[], allowed: (imported: string, file: string) => boolean): string[] {
  return files.flatMap((file) => importsOf(file).filter((name) => !allowed(name, file)).map((name) => `${file} imports ${name}`));
}

const below = (...folders: string[]) => sources.filter((file) => folders.some((folder) => file.startsWith(`src/${folder}`)));
const isOwn = (name: string) => name.startsWith('src/');
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

describe('imports', () => {
  it('are found by this test in every form', () => {
    assert.ok(importsOf('src/core/service.ts').length > 0);
    assert.ok(importsOf('src/engine/jieba.ts').includes('nodejieba'));
    assert.ok(importsOf('test/unit/tidy.test.ts').includes('test/root'));
  });

  it('run one way: core ← engine ← cli, core and engine ← vscode ← extension', () => {
    const may: Record<string, readonly string[]> = {
      'core/': ['core/'],
      'engine/': ['core/', 'engine/'],
      'cli/': ['core/', 'engine/', 'cli/'],
      'vscode/': ['core/', 'engine/', 'vscode/', 'webview/lib/'],
      'webview/': ['core/', 'webview/'],
      'extension.ts': ['core/', 'engine/', 'vscode/'],
    };
    const room = (file: string) => Object.keys(may).find((each) => file.startsWith(`src/${each}`));
    assert.deepEqual(sources.filter((file) => room(file) === undefined), [], 'a file in no room');
    assert.deepEqual(offences(sources, (name, file) =>
      !isOwn(name) || (may[room(file) ?? ''] ?? []).some((each) => name.startsWith(`src/${each}`))), []);
  });

  it('never go round in a circle, types included', () => {
    // Tarjan: what can be reached from a file and reaches it.
    const number = new Map<string, number>(), low = new Map<string, number>(), stack: string[] = [], circles: string[][] = [];
    const own = (file: string) => importsOf(file).filter(isOwn).map((name) => `${name}.ts`).filter((name) => sources.includes(name));
    const visit = (file: string): void => {
      number.set(file, number.size);
      low.set(file, number.get(file) as number);
      stack.push(file);
      for (const next of own(file)) {
        if (!number.has(next)) visit(next);
        if (stack.includes(next)) low.set(file, Math.min(low.get(file) as number, low.get(next) as number));
      }
      if (low.get(file) !== number.get(file)) return;
      const circle = stack.splice(stack.indexOf(file));
      if (circle.length > 1) circles.push(circle.sort());
    };
    for (const file of sources) if (!number.has(file)) visit(file);
    assert.deepEqual(circles, []);
  });

  it('keep the engine process out of the extension host: only its client and its protocol', () => {
    const inside = /^src\/engine\/(main|jieba|files|open|cache|decode)$/;
    assert.deepEqual(offences([...below('vscode/'), 'src/extension.ts'], (name) => !inside.test(name)), []);
  });

  it('keep the core pure: no VS Code, no Node, no package but those it is allowed', () => {
    const packages = ['@noble/hashes', 'diff', 'echarts', 'fuse.js', 'jsonc-parser', 'htmlparser2', 'opencc-js', 'pinyin-pro', 'yaml'];
    assert.deepEqual(offences(below('core/'), (name) =>
      isOwn(name) || packages.some((each) => name === each || name.startsWith(`${each}/`))), []);
  });

  it('leave the core without clock, chance and the outside world', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bprocess\.|\bsetTimeout\(|\bfetch\(/;
    assert.deepEqual(below('core/').filter((file) => impure.test(withoutComments(read(file)))), []);
  });

  it('bring VS Code into its own folder only', () => {
    const outside = sources.filter((file) => !file.startsWith('src/vscode/') && file !== 'src/extension.ts');
    assert.deepEqual(offences(outside, (name) => name !== 'vscode'), []);
  });

  it('bring nodejieba in at one place, and Fuse into the search only', () => {
    assert.deepEqual(offences(sources, (name, file) =>
      (!/^(nodejieba|jieba-wasm)$/.test(name) || file === 'src/engine/jieba.ts')
      && (name !== 'fuse.js' || file.startsWith('src/core/search/'))), []);
  });

  it('bring no network in', () => {
    const network = /^(node:)?(http|https|http2|net|tls|dgram|dns)$/;
    assert.deepEqual(offences(sources, (name) => !network.test(name)), []);
  });

  it('keep Node and VS Code out of the webviews', () => {
    assert.deepEqual(offences(below('webview/'), (name) => !isBuiltin(name) && name !== 'vscode'), []);
  });
});

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');

describe('files', () => {
  it(`have at most ${LONGEST_FILE} lines`, () => {
    const long = [...sources, ...tests].map((file) => [file, read(file).split('\n').length - 1] as const).filter(([, lines]) => lines > LONGEST_FILE);
    assert.deepEqual(long, []);
  });

  it('leave nothing open and no test alone', () => {
    // Written so that this file does not find itself.
    const open = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X\\b', '\\.on' + 'ly\\('].join('|'));
    assert.deepEqual([...sources, ...tests].filter((file) => open.test(read(file))), []);
  });

  it('export by name, and never say `any`', () => {
    const loose = /\bexport default\b|\bas any\b|: any\b|<any>/;
    assert.deepEqual(sources.filter((file) => !file.endsWith('.d.ts') && loose.test(withoutComments(read(file)))), []);
  });

  it('name no document of the seeds in code', () => {
    const names = filesBelow('seeds', /\.txt$/).map((file) => path.posix.basename(file, '.txt'));
    assert.ok(names.length > 0);
    assert.deepEqual(sources.filter((file) => names.some((name) => read(file).includes(name))), []);
  });
});

describe('JSON files', () => {
  it('have each key once: of two the first is lost without a word', () => {
    const top = readdirSync(root).filter((name) => /\.json$/.test(name)), folders = ['l10n', 'media', 'schemas', 'seeds'].filter((name) => existsSync(path.join(root, name)));
    const files = [...top, ...folders.flatMap((folder) => filesBelow(folder, /\.json$/))].filter((file) => !/(?:package-lock|tsconfig.*)\.json$/.test(file));
    assert.ok(files.includes('package.json') && files.includes('l10n/bundle.l10n.zh-cn.json'));
    // JSON is YAML, whose reader does not let a key stand twice.
    const doubled = files.flatMap((file) => parseDocument(read(file)).errors.map(({ code, linePos }) => `${file}:${linePos?.[0].line ?? ''} ${code}`));
    assert.deepEqual(doubled, []);
    assert.deepEqual(parseDocument('{ "a": { "b": 1, "c": 2, "b": 3 } }').errors.map(({ code }) => code), ['DUPLICATE_KEY']);
  });
});

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  };
}

const manifest = json<Manifest>('package.json');
const settings = manifest.contributes.configuration.properties;
const commands = manifest.contributes.commands.map(({ command }) => command);

describe('the manifest', () => {
  it('is checked against the oldest VS Code that it names', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode'] ?? ''}`, manifest.engines.vscode);
  });

  it('has each of its texts in both languages', () => {
    const english = json<Record<string, string>>('package.nls.json');
    const chinese = json<Record<string, string>>('package.nls.zh-cn.json');
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort(), 'texts used, and texts there');
    assert.deepEqual(Object.entries(chinese).filter(([, text]) => text.trim() === ''), []);
  });

  it('gives every setting a type, a default and a description', () => {
    const poor = Object.entries(settings).filter(([, setting]) =>
      !('type' in setting) || !('default' in setting) || !(setting['description'] ?? setting['markdownDescription']));
    assert.deepEqual(poor.map(([name]) => name), []);
  });

  it('names every setting that the code reads, and no other', () => {
    const code = [...below('vscode/'), 'src/extension.ts'].map(read).join('\n');
    const unread = Object.keys(settings).filter((name) => !code.includes(`'${name.replace(/^yinju\./, '')}'`) && !code.includes(`'${name}'`));
    assert.deepEqual(unread, []);
  });

  it('has each command and each setting in both readmes', () => {
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const text = read(readme);
      assert.deepEqual([...commands, ...Object.keys(settings)].filter((name) => !text.includes(`\`${name}\``)), [], readme);
    }
  });

  it('has the version that the changelog begins with', () => {
    assert.equal(/^## \[?(\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md'))?.[1], manifest.version);
  });
});

describe('the texts of the interface', () => {
  const english = () => json<Record<string, string>>('l10n/bundle.l10n.json');
  const chinese = () => json<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');

  it('are the same in both bundles, with the same places to fill', () => {
    assert.deepEqual(Object.keys(chinese()).sort(), Object.keys(english()).sort());
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
    assert.deepEqual(Object.entries(chinese()).filter(([key, text]) => places(key) !== places(text)), []);
  });

  it('are there for every text that the code shows', () => {
    const known = new Set(Object.keys(english()));
    const shown = [...below('vscode/'), 'src/extension.ts'].flatMap(textsOf);
    assert.ok(shown.length > 0, 'no text found: has the way of writing them changed?');
    assert.deepEqual([...new Set(shown)].filter((text) => !known.has(text)), [], 'shown and not in the bundle');
    assert.deepEqual([...known].filter((text) => !shown.includes(text)), [], 'in the bundle and not shown');
  });
});

describe('the documents', () => {
  it('name folders and files that exist', () => {
    for (const document of ['ARCHITECTURE.md', 'CONTRIBUTING.md']) {
      const named = [...read(document).matchAll(/`((?:src|test|scripts|media|seeds|l10n)\/[\w./-]*)`/g)].map((match) => match[1] ?? '');
      assert.ok(named.length > 0, `${document} names no file`);
      assert.deepEqual([...new Set(named)].filter((file) => !existsSync(path.join(root, file))), [], document);
    }
  });

  it('name every room of the source tree', () => {
    const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const architecture = read('ARCHITECTURE.md');
    assert.deepEqual(rooms.filter((room) => !architecture.includes(`src/${room}`)), []);
  });

  it('name npm scripts that exist', () => {
    const { scripts } = json<{ scripts: Record<string, string> }>('package.json');
    for (const document of ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md']) {
      const named = [...read(document).matchAll(/`npm (?:run )?([a-z:]+)/g)].map((match) => match[1] ?? '').filter((name) => !['ci', 'install', 'i'].includes(name));
      assert.deepEqual(named.filter((name) => !(name in scripts)), [], document);
    }
  });
});

describe('the seeds', () => {
  it('have a row each in the catalogue, which says where they come from', () => {
    const { sources: rows } = json<{ sources: { file: string; provenance?: string }[] }>('seeds/catalogue.json');
    const documents = readdirSync(path.join(root, 'seeds')).filter((file) => file.endsWith('.txt'));
    assert.deepEqual(rows.map(({ file }) => file).sort(), documents.sort());
    assert.deepEqual(rows.filter(({ provenance }) => !provenance?.trim()), []);
  });
});
