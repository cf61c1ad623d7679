import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { RULE_IDS } from '../../../src/core/check/rules';
import { root } from '../../root';

type Texts = Readonly<Record<string, string>>;

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly type: string; readonly default?: unknown; readonly markdownDescription?: string; readonly scope?: string; readonly properties?: object }>> };
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly svg: string } }[] }[];
  };
}

const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const texts = (name: string) => JSON.parse(read(name)) as Texts;
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const { contributes } = manifest;

function sources(folder: string): string {
  return readdirSync(path.join(root, folder), { recursive: true }).map(String).filter((name) => name.endsWith('.ts'))
    .map((name) => read(path.join(folder, name))).join('\n');
}
const code = sources('src/vscode') + read('src/extension.ts');
const sorted = (all: Iterable<string>) => [...new Set(all)].sort();

/** The texts that the code shows, as they stand in `vscode.l10n.t('…')`. */
function shownTexts(): string[] {
  return sorted([...code.matchAll(/vscode\.l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) =>
    text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).replace(/\\(.)/g, '$1')));
}
const placeholders = (text: string) => sorted(text.match(/\{\d\}/g) ?? []);

describe('the texts of the interface', () => {
  it('are keys everywhere in the manifest, with the same keys in both languages', () => {
    const english = texts('package.nls.json'), chinese = texts('package.nls.zh-cn.json');
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
    assert.deepEqual(sorted([...manifestText.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key)), sorted(Object.keys(english)));
    const literal = [...manifestText.matchAll(/"(?:title|category|name|description|markdownDescription|contents|altText)": "([^"%]+)"/g)].map(([, text]) => text);
    assert.deepEqual(literal.filter((text) => text !== 'yinju'), []);
  });

  it('go through the bundle at run time, complete in Chinese', () => {
    const english = texts('l10n/bundle.l10n.json'), chinese = texts('l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(sorted(Object.keys(english)), shownTexts());
    assert.deepEqual(sorted(Object.keys(chinese)), shownTexts());
    for (const [text, translation] of Object.entries(chinese)) assert.deepEqual(placeholders(translation), placeholders(text), text);
  });
});

describe('the manifest', () => {
  it('declares every setting that is read, and no other', () => {
    const asked = sorted([...code.matchAll(/\bread\(\w+, '([\w.]+)'/g)].map(([, name = '']) => `yinju.${name}`));
    assert.deepEqual(asked, sorted(Object.keys(contributes.configuration.properties)));
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(setting.type && setting.scope && setting.markdownDescription && setting.default !== undefined, name);
    }
  });

  it('names every rule whose severity can be set', () => {
    const named = contributes.configuration.properties['yinju.severities']?.properties ?? {};
    assert.deepEqual(sorted(Object.keys(named)), sorted(RULE_IDS));
  });

  it('declares only commands that exist', () => {
    for (const { command, category } of contributes.commands) {
      assert.ok(code.includes(`'${command}'`), command);
      assert.equal(category, '%category%');
    }
    const known = new Set(contributes.commands.map(({ command }) => command));
    for (const { command } of [...contributes.keybindings, ...Object.values(contributes.menus).flat()]) assert.ok(known.has(command), command);
  });

  it('activates for drafts only', () => {
    assert.deepEqual(manifest.activationEvents.filter((event) => !/^onLanguage:(markdown|plaintext|latex|tex)$/.test(event)), []);
  });

  it('limits shortcuts and editor menus to the languages of drafts', () => {
    for (const { command, when = '' } of [...contributes.keybindings, ...(contributes.menus['editor/context'] ?? [])]) {
      assert.match(when, /editorLangId =~ \/\^\(markdown\|plaintext\|latex\|tex\)\$\//, command);
    }
  });

  it('switches suggestions on where VS Code has them off', () => {
    assert.deepEqual(contributes.configurationDefaults['[markdown]']?.['editor.quickSuggestions'], { other: 'on', comments: 'off', strings: 'off' });
  });

  it('has its pictures', () => {
    const pictures = [...Object.values(contributes.views).flat().map(({ icon }) => icon), ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg))];
    for (const picture of pictures) assert.ok(existsSync(path.join(root, picture)), picture);
    const icon = readFileSync(path.join(root, manifest.icon));
    assert.equal(icon.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
  });
});
