import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../until';
import { closeAll, openDraft, rangeOf } from './support';

const at = (document: vscode.TextDocument, text: string) => rangeOf(document, text).start.translate(0, 1);

async function definitions(document: vscode.TextDocument, text: string): Promise<vscode.LocationLink[]> {
  return until(`a definition of ${text}`, async () => {
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at(document, text));
    return links.length > 0 ? links : undefined;
  });
}

describe('navigation', () => {
  before(closeAll);
  afterEach(closeAll);

  it('goes from a term to its definition in the source, from exactly the term', async () => {
    const { document } = await openDraft('我们参与国际大科学计划，扩大影响。');
    const [link] = await definitions(document, '国际大科学计划');
    assert.ok(link);
    assert.equal(link.targetUri.scheme, 'yinju-source');
    assert.equal(document.getText(link.originSelectionRange), '国际大科学计划');
    const source = await vscode.workspace.openTextDocument(link.targetUri);
    assert.match(source.getText(link.targetRange), /大科学计划/);
  });

  it('goes from a quotation to the words of the source', async () => {
    const { document } = await openDraft('他说：“创新是引领发展的第一动力，保护知识产权就是保护创新。”');
    const [link] = await definitions(document, '保护知识产权');
    assert.ok(link);
    const source = await vscode.workspace.openTextDocument(link.targetUri);
    assert.match(source.getText(link.targetRange), /创新是引领发展的第一动力/);
  });

  it('lists all uses of a term', async () => {
    const { document } = await openDraft('要构建人类命运共同体。');
    const places = await until('uses', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at(document, '人类命运共同体'));
      return found.length > 1 ? found : undefined;
    });
    for (const { uri, range } of places.slice(0, 5)) {
      const source = await vscode.workspace.openTextDocument(uri);
      assert.match(source.getText(range).replace(/\s/g, ''), /命运共同体|命運共同體|community/i);
    }
  });

  it('finds terms and quotations among the symbols of the workspace', async () => {
    await openDraft('稿。');
    const symbols = await until('symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '科技成果');
      return found.some(({ location }) => location.uri.scheme === 'yinju-source') ? found : undefined;
    });
    assert.ok(symbols.some(({ name }) => name.startsWith('科技成果应该造福全人类')), symbols.map(({ name }) => name).join(' | '));
  });
});
