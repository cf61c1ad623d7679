/** The colours of the editor's theme, as charts take them. */
import type { ChartTheme } from '../../core/features/types';

export function currentTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const colour = (...names: readonly string[]) => names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((value) => value !== '') ?? '#888888';
  return {
    foreground: colour('foreground'), background: colour('sideBar-background', 'editor-background'), accent: colour('charts-blue', 'textLink-foreground'),
    marked: colour('editorWarning-foreground', 'charts-yellow'), grid: colour('contrastBorder', 'charts-lines', 'widget-border', 'disabledForeground'),
    font: style.getPropertyValue('--vscode-font-family').trim().slice(0, 250) || 'sans-serif',
  };
}

/** Calls when the theme has changed. */
export function onThemeChange(run: () => void): void {
  let last = JSON.stringify(currentTheme());
  new MutationObserver(() => {
    const now = JSON.stringify(currentTheme());
    if (now !== last) { last = now; run(); }
  }).observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}
