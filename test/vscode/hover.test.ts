import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { until } from '../until';
import { closeAll, hoverAt, openDraft } from './support';

async function hoverText(content: string, at: string, language?: string): Promise<{ text: string; hovers: vscode.MarkdownString[] }> {
  const { document } = await openDraft(content, language);
  const hovers = await until(`a hover at ${at}`, async () => {
    const all = await hoverAt(document, at);
    return all.length > 0 ? all : undefined;
  });
  return { text: hovers.map(({ value }) => value).join('\n'), hovers };
}

describe('hover', () => {
  before(closeAll);
  afterEach(closeAll);

  for (const language of ['markdown', 'plaintext', 'latex']) {
    it(`tells what a term means, from where, and what can be done, in ${language}`, async () => {
      const { text, hovers } = await hoverText('要参与国际大科学计划，扩大影响。', '国际大科学计划', language);
      assert.match(text, /国际大科学计划/);
      for (const command of ['yinju.insertItem', 'yinju.openPlace', 'yinju.showUses']) assert.match(text, new RegExp(`\\(command:${command.replace('.', '\\.')}\\?`));
      for (const { isTrusted } of hovers) {
        assert.ok(typeof isTrusted === 'object', 'any command could be linked');
        assert.ok(isTrusted.enabledCommands.every((command) => command.startsWith('yinju.')));
      }
    });
  }

  it('tells what the sources say of a figure, with a chart or a table', async () => {
    const { text } = await hoverText('2022年全国共投入R&D经费30782.9亿元，比上年增长10.1%。', '30782.9亿元');
    assert.match(text, /30782\\\.9亿元/);
    assert.match(text, /\| --- \| --- \| --- \|/);
  });

  it('shows the source beside a quotation that differs', async () => {
    const { text } = await hoverText('要认识到“创新是引领发展的第一力量，保护知识产权就是保护创新”。', '保护知识产权就是');
    // The letters that differ are marked in both.
    assert.match(text, /第一<span[^>]*><strong>力量<\/strong><\/span>，/);
    assert.match(text, /第一<span[^>]*><strong>动力<\/strong><\/span>，/);
    assert.match(text, /command:yinju\.compare/);
  });

  it('is silent where the library knows nothing', async () => {
    const { document } = await openDraft('今天下雨。\n');
    assert.deepEqual(await hoverAt(document, '下雨'), []);
  });
});
