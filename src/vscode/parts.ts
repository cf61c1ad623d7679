/** What the features are given: built once in the composition root. */
import type * as vscode from 'vscode';
import type { Checker } from './checker';
import type { Engine } from './engine';
import type { DraftEditors } from './draftEditors';
import type { LastInsertion } from './lastInsertion';
import type { Messages } from './messages';
import type { OfficeFiles } from './officeFiles';
import type { Sources } from './sources';

export interface Parts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly messages: Messages;
  readonly engine: Engine;
  readonly sources: Sources;
  readonly editors: DraftEditors;
  readonly inserted: LastInsertion;
  readonly checker: Checker;
  readonly office: OfficeFiles;
}
