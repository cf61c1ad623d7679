/** Colours of charts outside webviews: a hover cannot read the theme's colours, only of what kind the theme is. */
import * as vscode from 'vscode';
import type { ChartTheme } from '../core/features/types';

type ThemeKind = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

const FONT = "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const THEMES: Readonly<Record<ThemeKind, Omit<ChartTheme, 'font'>>> = {
  light: { foreground: '#3b3b3b', background: '#ffffff', accent: '#3a7bbf', marked: '#b5482a', grid: '#d6d6d6' },
  dark: { foreground: '#cccccc', background: '#202020', accent: '#5aa0e0', marked: '#e8936f', grid: '#4a4a4a' },
  'high-contrast': { foreground: '#ffffff', background: '#000000', accent: '#4fc1ff', marked: '#ffd602', grid: '#6fc3df' },
  'high-contrast-light': { foreground: '#292929', background: '#ffffff', accent: '#0f4a85', marked: '#b5200d', grid: '#0f4a85' },
};

export function themeOfEditor(): ThemeKind {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light: return 'light';
    case vscode.ColorThemeKind.Dark: return 'dark';
    case vscode.ColorThemeKind.HighContrast: return 'high-contrast';
    case vscode.ColorThemeKind.HighContrastLight: return 'high-contrast-light';
  }
}

export function chartTheme(kind: ThemeKind): ChartTheme {
  return { ...THEMES[kind], font: FONT };
}
