/** Where things come from: definition, references, and the symbols of the library for the workspace's symbol search. */
import * as vscode from 'vscode';
import type { Hover } from '../../core/features/types';
import type { Place } from '../../core/text/offsets';
import { DRAFT_SELECTOR, draftOf, locale, rangeOf } from '../drafts';
import { guarded } from '../guard';
import { shortened } from '../markdown';
import type { Parts } from '../parts';

const SYMBOLS = 100;

/** A symbol that still has to find its line in the source's document. */
class LibrarySymbol extends vscode.SymbolInformation {
  constructor(name: string, kind: vscode.SymbolKind, container: string, uri: vscode.Uri, readonly place: Place) {
    super(name, kind, container, new vscode.Location(uri, new vscode.Position(0, 0)));
  }
}

export function registerNavigation(parts: Parts): vscode.Disposable {
  const { log, engine, sources } = parts;

  async function hoverAt(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<Hover | null | undefined> {
    const draft = draftOf(document);
    const { version } = document;
    const hover = draft && await engine.ask('hover', [draft, document.offsetAt(position), locale()], { key: `place ${document.uri.toString()}`, token });
    return document.version === version ? hover : undefined;
  }

  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(DRAFT_SELECTOR, {
      provideDefinition: guarded(log, 'definition', async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.LocationLink[] | undefined> => {
        const hover = await hoverAt(document, position, token);
        const place = hover && placeOfHover(hover);
        const location = place && await sources.locate(place, place.title);
        return hover && location ? [{ originSelectionRange: rangeOf(document, hover.span), targetUri: location.uri, targetRange: location.range, targetSelectionRange: location.range }] : undefined;
      }),
    }),
    vscode.languages.registerReferenceProvider(DRAFT_SELECTOR, {
      provideReferences: guarded(log, 'references', async (document: vscode.TextDocument, position: vscode.Position, _context: vscode.ReferenceContext, token: vscode.CancellationToken) => {
        const draft = draftOf(document);
        const places = draft && await engine.ask('places', [draft, document.offsetAt(position)], { token });
        const located = await Promise.all((places ?? []).map((place) => sources.locate(place, place.title)));
        return located.filter((location) => location !== undefined);
      }),
    }),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: guarded(log, 'symbols', async (query: string, token: vscode.CancellationToken) => {
        if (query.trim() === '' || engine.state === 'asleep') return [];
        const items = await engine.ask('pick', [query, SYMBOLS], { key: 'symbols', token });
        return (items ?? []).map((item) => new LibrarySymbol(
          shortened(item.label, 60), item.kind === 'quote' ? vscode.SymbolKind.String : vscode.SymbolKind.Constant, item.description, sources.uriOf(item.place.file, item.title), item.place,
        ));
      }),
      resolveWorkspaceSymbol: guarded(log, 'symbol', async (symbol: vscode.SymbolInformation) => {
        const location = symbol instanceof LibrarySymbol ? await sources.locate(symbol.place) : undefined;
        if (location) symbol.location = new vscode.Location(symbol.location.uri, location.range);
        return symbol;
      }),
    }),
  );
}

/** The place of a source that what stands here comes from. */
function placeOfHover(hover: Hover): (Place & { readonly title: string | null }) | null {
  switch (hover.kind) {
    case 'term': return hover.definition ?? hover.uses[0] ?? null;
    case 'quotation': return hover.source;
    case 'figure': return hover.group?.rows[0]?.evidence ?? null;
    case 'picture': return hover.evidence;
  }
}
