/** Hovers: a term's definition, what the sources say of a figure, the verdict on a quotation, a picture's caption. */
import * as vscode from 'vscode';
import { derivedWords, periodWords } from '../../core/check/figures/messages';
import type { FigureHover, Hover, PictureHover, QuotationHover, TermHover } from '../../core/features/types';
import { chartTheme, themeOfEditor } from '../chartTheme';
import { DRAFT_SELECTOR, draftOf, locale, rangeOf } from '../drafts';
import { guarded } from '../guard';
import { citationLink, escaped, link, linkedMarkdown, markedWords, placeOf, shortened } from '../markdown';
import type { Parts } from '../parts';
import { hoverAddress, loadPicture } from '../pictureFiles';
import { agreementWords, figureVerdict, quotationVerdict, shortName, termKind } from '../words';

/** Most uses, quotations and rows that a hover shows; the rest is behind a link. */
const USES = 3, QUOTES = 3, ROWS = 6;
const CHART = { width: 380, height: 230 };

export function registerHover(parts: Parts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(DRAFT_SELECTOR, {
    provideHover: guarded(parts.log, 'hover', async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken) => {
      const draft = draftOf(document);
      if (!draft) return undefined;
      const { version } = document;
      const hover = await parts.engine.ask('hover', [draft, document.offsetAt(position), locale()], { key: document.uri.toString(), token });
      if (!hover || document.version !== version) return undefined;
      const contents = await contentsOf(parts, hover);
      return contents && !token.isCancellationRequested ? new vscode.Hover(contents, rangeOf(document, hover.span)) : undefined;
    }),
  });
}

async function contentsOf(parts: Parts, hover: Hover): Promise<vscode.MarkdownString | undefined> {
  switch (hover.kind) {
    case 'term': return linkedMarkdown(termText(hover));
    case 'quotation': return hover.source ? linkedMarkdown(quotationText(hover)) : undefined;
    case 'picture': return linkedMarkdown(await pictureText(parts, hover));
    case 'figure': return figureContents(parts, hover);
  }
}

const quoted = (text: string) => text.split('\n').map((line) => `> ${line}`).join('\n');

function termText(hover: TermHover): string {
  const { term, termKind: kind, definition, uses, quotes, variants, count } = hover;
  const text = [`**${escaped(term)}** · ${termKind(kind)} · ${vscode.l10n.t('{0} times in the library', count)}`];
  if (hover.office !== null) text.push(`${quoted(escaped(hover.office))}\n>\n> — ${vscode.l10n.t('the office\'s own glossary')}`);
  if (definition) text.push(`${quoted(escaped(definition.text))}\n>\n> — ${citationLink(definition)}`);
  else if (hover.office === null) text.push(`*${vscode.l10n.t('The library does not define it.')}*`);
  text.push([
    link(vscode.l10n.t('Insert the term'), 'yinju.insertItem', `term:${term}`),
    ...(definition ? [link(vscode.l10n.t('Open the source'), 'yinju.openPlace', placeOf(definition), definition.title)] : []),
    link(vscode.l10n.t('All uses'), 'yinju.showUses', term),
    link(vscode.l10n.t('Correct'), 'yinju.addTerm', term),
    link(vscode.l10n.t('No term'), 'yinju.rejectTerm', term),
  ].join(' · '));
  for (const { term: inside, definition: itsDefinition } of hover.nested) {
    text.push(`${link(inside, 'yinju.showUses', inside)}${itsDefinition ? `：${escaped(shortened(itsDefinition.text, 80))} — ${citationLink(itsDefinition)}` : ''}`);
  }
  const { english, traditional } = { english: formsOf(hover, 'english'), traditional: formsOf(hover, 'traditional') };
  if (english.length > 0) text.push(`${vscode.l10n.t('In English:')} ${english.join('、')}`);
  if (traditional.length > 0) text.push(`${vscode.l10n.t('In Traditional characters:')} ${traditional.join('、')}`);
  const others = variants.filter((variant) => variant !== term && !hover.names.some(({ form }) => form === variant));
  if (others.length > 0) text.push(`${vscode.l10n.t('Also written:')} ${others.map(escaped).join('、')}`);
  if (quotes.length > 0) {
    text.push(`**${vscode.l10n.t('Quotations')}**\n\n${quotes.slice(0, QUOTES).map((quote) =>
      `- “${escaped(shortened(quote.label, 60))}” ${escaped(quote.description)} ${link(vscode.l10n.t('Insert'), 'yinju.insertItem', quote.id)} · ${link(vscode.l10n.t('Open'), 'yinju.openPlace', placeOf(quote.place))}`).join('\n')}`);
  }
  const ends = [[vscode.l10n.t('First use'), hover.first], [vscode.l10n.t('Latest use'), hover.latest]] as const;
  const lines = ends.flatMap(([name, use]) => (use ? [`- ${name} ${use.date}：${escaped(shortened(use.text, 60))} — ${link(shortName(use), 'yinju.openPlace', placeOf(use), use.title)}`] : []));
  if (lines.length > 0) text.push(lines.join('\n'));
  const more = uses.filter((use) => use.file !== definition?.file || use.start !== definition.start).slice(0, USES);
  if (more.length > 0) {
    text.push(`**${vscode.l10n.t('Uses')}**\n\n${more.map((use) => `- ${escaped(shortened(use.text, 60))} — ${link(shortName(use), 'yinju.openPlace', placeOf(use), use.title)}`).join('\n')}`);
  }
  return text.join('\n\n');
}

const formsOf = ({ names }: TermHover, wanted: string) => names.filter(({ kind }) => kind === wanted).map(({ form }) => escaped(form));

function quotationText(hover: QuotationHover): string {
  const { verdict, source, sourceWords, draftWords, marked } = hover;
  const text = [`**${quotationVerdict(verdict)}**`];
  if (sourceWords !== null && verdict !== 'verbatim') {
    text.push(`*${vscode.l10n.t('Draft')}* ${markedWords(draftWords, marked.draft)}`, `*${vscode.l10n.t('Source')}* ${markedWords(sourceWords, marked.source)}`);
  }
  for (const words of hover.leftOut) text.push(`${vscode.l10n.t('Left out by ……')}\n\n${quoted(escaped(words))}`);
  if (source) {
    text.push(`— ${citationLink(source)}`);
    if (sourceWords !== null && verdict !== 'verbatim') text.push(link(vscode.l10n.t('Compare side by side'), 'yinju.compare', draftWords, sourceWords));
  }
  return text.join('\n\n');
}

async function pictureText({ engine }: Parts, hover: PictureHover): Promise<string> {
  const { label, caption, evidence, citedBy } = hover;
  const text = [`**${escaped(label)}** ${caption === null ? `*${vscode.l10n.t('The source has no caption for it.')}*` : escaped(caption)}`];
  const loaded = await loadPicture(engine, hover);
  text.push(loaded.failure === undefined ? `![${escaped(label)}|width=${CHART.width}](${(await hoverAddress(engine, loaded)).toString()})` : `*${escaped(loaded.failure)}*`);
  text.push(`— ${citationLink(evidence)}`);
  if (citedBy.length > 0) text.push(citedBy.slice(0, USES).map((use) => `- ${escaped(shortened(use.text, 60))}`).join('\n'));
  return text.join('\n\n');
}

async function figureContents(parts: Parts, hover: FigureHover): Promise<vscode.MarkdownString | undefined> {
  const { group, verdict, raw, derived } = hover;
  if (!group || group.rows.length === 0) return undefined;
  const subject = [group.entity, group.indicator].filter(Boolean).join(' · ');
  const text = [`**${escaped(raw)}**${verdict === null ? '' : ` · ${figureVerdict(verdict)}`}`, ...(derived ? [escaped(derivedWords(derived, locale()))] : []), ...(subject === raw ? [] : [escaped(subject)])];
  const rows = group.rows.slice(0, ROWS);
  text.push([
    `| ${vscode.l10n.t('Value')} | ${vscode.l10n.t('Period')} | ${vscode.l10n.t('Source')} |`, '| --- | --- | --- |',
    ...rows.map((row) => `| ${escaped(row.raw)} | ${escaped(periodWords(row.period, locale()) || '–')} | ${link(shortName(row.evidence), 'yinju.openPlace', placeOf(row.evidence), row.evidence.title)} |`),
  ].join('\n'));
  const agreement = agreementWords(group.agreement);
  if (agreement !== null) text.push(`*${escaped(agreement)}*`);
  if (group.chart) {
    // On a number the value that it rests on is marked; on a mere name none is.
    const marked = verdict === null ? null : rows[0]?.id ?? null;
    const svg = await parts.engine.ask('chart', [group.id, chartTheme(themeOfEditor()), marked, CHART, { locale: locale(), scale: null }]);
    if (svg) text.push(`![${escaped(group.chart.title)}|width=${CHART.width},height=${CHART.height}](data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')})`);
  }
  const [first] = rows;
  text.push([
    ...(first ? [link(vscode.l10n.t('Insert the source\'s figure'), 'yinju.insertItem', `figure:${first.id}`)] : []),
    link(vscode.l10n.t('Show in Figures'), 'yinju.showFigures', group.indicator),
  ].join(' · '));
  return linkedMarkdown(text.join('\n\n'));
}
