import type { LibraryService } from '../../src/core/service';
import { assertReport, bundledService, short } from './report';

describe('golden: the bundled library', () => {
  let service: LibraryService;
  before(async () => { service = await bundledService(); });

  it('sources', () => {
    assertReport('sources', service.library.sources.flatMap((source) => [
      `== ${source.file} · ${source.title} · ${source.authors.join('、')} · ${source.publication} · ${source.date} · ${source.kind} · rank ${source.rank} · ${source.languages.join(' ')}`,
      ...source.problems.map((p) => `!  ${p.code} ${p.start ?? ''} ${p.message}`),
      ...source.paragraphs.map((p) => `${p.kind.padEnd(11)} ${p.start}-${p.end} ${short(p.text)}`),
    ]));
  });
  it('removals by reason', () => {
    assertReport('removed', service.library.sources.flatMap((source) => {
      const byReason = new Map<string, string[]>();
      for (const r of source.removed) byReason.set(r.reason, [...(byReason.get(r.reason) ?? []), JSON.stringify(r.raw.length > 12 ? `${r.raw.slice(0, 12)}…` : r.raw)]);
      return [`== ${source.file}`, ...[...byReason].map(([reason, raws]) => `${reason} × ${raws.length}: ${[...new Set(raws)].slice(0, 12).join(' ')}`)];
    }));
  });
  it('quotations', () => {
    assertReport('quotes', service.quotes().map((q) => `${q.id} ${q.start}-${q.end} [${q.speaker} · ${q.occasion} · ${q.date}] ${q.leadIn ?? ''}“${short(q.insertable, 80)}” ← ${q.attribution}${q.canonical === q.id ? '' : ` = ${q.canonical}`}`));
  });
  it('terms, the first hundred, and how the rest are defined', () => {
    const terms = service.terms();
    assertReport('terms', [
      ...terms.slice(0, 100).map((t) => `${t.term} · ${t.kind} · ${t.count} · ${t.variants.map((v) => v.form).slice(0, 5).join(' / ')}\n    ${t.definitionKind ?? 'context'}: ${short((t.definition ?? t.context)?.text ?? '-', 90)}`),
      `… and ${terms.length - 100} more, ${terms.slice(100).filter((t) => t.definition).length} of them defined`,
    ]);
  });
  it('figures', () => {
    assertReport('figures', service.figures().map((f) => `${f.file.slice(0, 3)} ${f.start} ${f.raw} = ${f.relation} ${JSON.stringify(f.value)} ${f.unit} · ${f.metric} · ${f.entity} · ${f.period}${f.change ? ` · ${f.change.from}→${f.change.to}` : ''}${f.comparable ? ` · ~${f.comparable}` : ''}`));
  });
  it('pictures', () => {
    assertReport('pictures', service.images().map((p) => `${p.file} ${p.start} ${p.label} ${p.caption} · ${p.picture} · ${p.citedBy.map((c) => short(c.text)).join(' | ')}`));
  });
});
