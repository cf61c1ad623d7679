/** The page of a webview view: strict policy, one script by nonce, texts passed in as data. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const attribute = (text: string) => text.replace(/[&<>"']/g, (character) => MARKUP[character] ?? character);

/**
 * Prepares a webview view: `name` is the script in `dist/webview` and the style in `media`.
 * `words` are the texts of the interface, in the user's language.
 */
export function fillWebview({ webview }: vscode.WebviewView, extensionUri: vscode.Uri, name: string, words: Readonly<Record<string, string>>): void {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'webview'), media = vscode.Uri.joinPath(extensionUri, 'media');
  webview.options = { enableScripts: true, localResourceRoots: [script, media] };
  const nonce = randomBytes(18).toString('base64url');
  const at = (folder: vscode.Uri, file: string) => attribute(webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; img-src data:`;
  webview.html = `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(words['title'] ?? '')}</title>
<link rel="stylesheet" href="${at(media, 'webview.css')}">
</head>
<body data-words="${attribute(JSON.stringify(words))}">
<main></main>
<script nonce="${nonce}" src="${at(script, `${name}.js`)}"></script>
</body>
</html>`;
}
