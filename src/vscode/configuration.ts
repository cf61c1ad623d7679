/** The settings as one typed snapshot. A value of the wrong type counts as not set, and is reported by name. */
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { PROFILES, type Profile } from '../core/check/rule';
import type { DraftLanguage } from '../core/check/types';
import { STYLES } from '../core/features/template';
import type { InsertOptions } from '../core/features/types';

const SCRIPTS = ['simplified', 'traditional'] as const;
const STANDARDS = ['2015', '2025'] as const;
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

export type SeveritySetting = (typeof SEVERITIES)[number];

export interface Settings {
  readonly libraryFolders: readonly string[];
  readonly libraryBundled: boolean;
  readonly libraryInclude: readonly string[];
  readonly libraryExclude: readonly string[];
  readonly checkEnabled: boolean;
  readonly severities: Readonly<Record<string, SeveritySetting>>;
  readonly insertStyle: string;
  /** Templates of the user's by their names. */
  readonly insertStyles: Readonly<Record<string, string>>;
  readonly insertTrigger: string;
  readonly profiles: readonly Profile[];
  readonly packs: readonly string[];
  readonly author: string;
  readonly insertScript: (typeof SCRIPTS)[number];
  readonly citeStandard: (typeof STANDARDS)[number];
  readonly completionEnabled: boolean;
  readonly statusBarEnabled: boolean;
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string';
const isTemplates = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const oneOf = <T extends string>(all: readonly T[]) => (value: unknown): value is T => all.some((one) => one === value);
const isProfiles = (value: unknown): value is readonly Profile[] => Array.isArray(value) && value.every(oneOf(PROFILES));
const isSeverities = (value: unknown): value is Readonly<Record<string, SeveritySetting>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(oneOf(SEVERITIES));

/** Reads the settings that hold for a document (or for the window); `wrong` is told the name of each value of a wrong type. */
export function readSettings(scope?: vscode.Uri, wrong: (name: string) => void = () => undefined): Settings {
  const ofWindow = vscode.workspace.getConfiguration('yinju', null), ofResource = vscode.workspace.getConfiguration('yinju', scope ?? null);
  function read<T>(configuration: vscode.WorkspaceConfiguration, name: string, isValid: (value: unknown) => value is T): T {
    const value: unknown = configuration.get(name);
    // Copied: VS Code hands out proxies, which cannot be sent to the engine.
    if (isValid(value)) return JSON.parse(JSON.stringify(value)) as T;
    wrong(`yinju.${name}`);
    return configuration.inspect(name)?.defaultValue as T;
  }
  return {
    libraryFolders: read(ofWindow, 'library.folders', isTexts),
    libraryBundled: read(ofWindow, 'library.bundled', isBoolean),
    libraryInclude: read(ofWindow, 'library.include', isTexts),
    libraryExclude: read(ofWindow, 'library.exclude', isTexts),
    checkEnabled: read(ofResource, 'check.enabled', isBoolean),
    severities: read(ofResource, 'severities', isSeverities),
    insertStyle: read(ofResource, 'insert.style', isText),
    insertStyles: read(ofResource, 'insert.styles', isTemplates),
    insertTrigger: read(ofResource, 'insert.trigger', isText),
    profiles: read(ofResource, 'check.profiles', isProfiles),
    packs: read(ofResource, 'packs', isTexts),
    author: read(ofWindow, 'author', isText),
    insertScript: read(ofResource, 'insert.script', oneOf(SCRIPTS)),
    citeStandard: read(ofResource, 'cite.standard', oneOf(STANDARDS)),
    completionEnabled: read(ofResource, 'completion.enabled', isBoolean),
    statusBarEnabled: read(ofWindow, 'statusBar.enabled', isBoolean),
  };
}

/** All styles that words can be inserted in: the built-in ones, then those of the user, who may give a built-in one another template. */
export function stylesOf({ insertStyles }: Pick<Settings, 'insertStyles'>): string[] {
  return [...new Set([...Object.keys(STYLES), ...Object.keys(insertStyles)])];
}

/** How words go into a document: in this style, else in that of the settings. A style that does not exist (any more) is the default one. */
export function insertOptions(document: vscode.TextDocument, language: DraftLanguage, wanted?: string): InsertOptions {
  const settings = readSettings(document.uri);
  const named = wanted ?? settings.insertStyle;
  const style = stylesOf(settings).includes(named) ? named : 'attributed';
  const template = settings.insertStyles[style];
  return { style, script: settings.insertScript, language, standard: settings.citeStandard, trigger: settings.insertTrigger, ...(template === undefined ? {} : { template }) };
}

/** A library folder as an absolute path: `~` is the home folder, a relative one counts from the first workspace folder on disk. */
export function resolveFolder(folder: string): string {
  if (folder === '~' || /^~[\\/]/.test(folder)) return path.join(os.homedir(), folder.slice(1));
  if (path.isAbsolute(folder)) return folder;
  const root = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file' || uri.scheme === 'vscode-remote');
  return path.resolve(root?.uri.fsPath ?? os.homedir(), folder);
}
