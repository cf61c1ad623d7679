/** What is wrong with a source, in the user's language. The core writes English; a problem it names newly is shown as it wrote it. */
import * as vscode from 'vscode';

export function problemText({ code, message }: { readonly code: string; readonly message: string }): string {
  const count = /\d+/.exec(message)?.[0] ?? '';
  switch (code) {
    case 'empty': return vscode.l10n.t('The document has no text.');
    case 'no-title': return vscode.l10n.t('The text does not state its title.');
    case 'no-date': return vscode.l10n.t('The text does not state its date.');
    case 'pinyin-notes': return vscode.l10n.t('{0} pinyin notes were taken out of the text.', count);
    case 'page-breaks': return vscode.l10n.t('{0} paragraphs were cut by page or column breaks and joined again.', count);
    case 'damaged-text': return vscode.l10n.t('Letters were lost here in a wrong conversion.');
    case 'text-lost': return vscode.l10n.t('The paragraph breaks off: what followed was lost.');
    case 'front-matter': return vscode.l10n.t('The front matter could not be read.');
    case 'catalogue-field': return vscode.l10n.t('The catalogue has a field of the wrong type: {0}', /“(.*?)”/.exec(message)?.[1] ?? '');
    case 'unreadable': return vscode.l10n.t('The file cannot be read.');
    case 'unsupported-format': return vscode.l10n.t('Files of this format are not read yet; save it as text or Markdown.');
    case 'too-large': return vscode.l10n.t('The file is too large to be read.');
    case 'binary': return vscode.l10n.t('The file holds no text.');
    case 'replaced-bytes': return vscode.l10n.t('{0} places are not valid text and stand as \ufffd.', count);
    default: return message;
  }
}
