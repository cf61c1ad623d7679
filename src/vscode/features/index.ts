/** The one list of the editor's features. */
import type * as vscode from 'vscode';
import type { Parts } from '../parts';
import { registerAccepted } from './accepted';
import { registerCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { registerCompletion } from './completion';
import { registerDrop } from './drop';
import { registerFigures } from './figures';
import { registerFigureTable } from './figureTable';
import { registerGoTo } from './goTo';
import { registerGlossary } from './glossary';
import { registerHover } from './hover';
import { registerIndexing } from './indexing';
import { registerInsert } from './insert';
import { registerLibrary } from './library';
import { registerNavigation } from './navigation';
import { registerPassages } from './passages';
import { registerPlaces } from './places';
import { registerReferences } from './references';
import { registerSourceFiles } from './sourceFiles';
import { registerVerdicts } from './verdicts';

export const features: readonly ((parts: Parts) => vscode.Disposable)[] = [
  registerCommands, registerPlaces, registerHover, registerCompletion, registerCodeActions, registerAccepted, registerGoTo, registerInsert, registerReferences,
  registerDrop, registerNavigation, registerGlossary,
  registerPassages, registerFigures, registerLibrary, registerSourceFiles, registerIndexing, registerVerdicts, registerFigureTable,
];
