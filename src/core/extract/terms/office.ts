/** The office's own rows over the terms that the sources give: they add, rename, join and reject. */
import type { OfficeTerm } from '../../library/glossaryFile';
import { foldText } from '../../text/fold';
import { bareCandidate } from './candidate';
import type { TermGroup } from './variants';

/** What an office names itself comes before what was found. */
const OFFICE_WEIGHT = 6;

/** The groups as the rows will have them, the office's own first. Linear in both. */
export function underOffice(groups: readonly TermGroup[], rows: readonly OfficeTerm[]): TermGroup[] {
  if (rows.length === 0) return [...groups];
  const rejected = new Set(rows.filter((r) => r.reject).flatMap((r) => [r.term, ...r.variants]).map(foldText));
  const wanted = rows.filter((r) => !r.reject);
  const rowOf = new Map<string, OfficeTerm>();
  for (const row of wanted) for (const name of [row.term, ...row.variants]) if (!rowOf.has(foldText(name))) rowOf.set(foldText(name), row);
  const own = new Map<OfficeTerm, TermGroup>(wanted.map((row) => [row, groupOf(row)]));
  const others: TermGroup[] = [];
  for (const group of groups) {
    const row = rowOf.get(group.lead.key) ?? [...group.forms.keys()].map((form) => rowOf.get(foldText(form))).find((r) => r !== undefined);
    if (row) { join(own.get(row) as TermGroup, group, rejected); continue; }
    if (rejected.has(group.lead.key)) continue;
    for (const form of [...group.forms.keys()]) if (rejected.has(foldText(form))) group.forms.delete(form);
    others.push(group);
  }
  return [...own.values(), ...others];
}

function groupOf(row: OfficeTerm): TermGroup {
  const forms = new Map(row.variants.map((form) => [form, kindOf(form, row.term)] as const));
  return {
    lead: { ...bareCandidate(foldText(row.term), row.term, [row.term]), evidence: { office: 1 }, frequency: 1 },
    forms, score: OFFICE_WEIGHT, office: row,
  };
}

/** What was found goes into the office's term: its forms, its evidence, its rank. */
function join(own: TermGroup, found: TermGroup, rejected: ReadonlySet<string>): void {
  own.score = Math.max(own.score, OFFICE_WEIGHT + found.score);
  Object.assign(own.lead.evidence, { ...found.lead.evidence, ...own.lead.evidence });
  for (const [form, kind] of [[found.lead.form, 'variant'] as const, ...found.forms]) {
    const key = foldText(form);
    if (key !== own.lead.key && !rejected.has(key) && ![...own.forms.keys()].some((f) => foldText(f) === key)) own.forms.set(form, kind);
  }
}

function kindOf(form: string, term: string): string {
  if (/^[\p{Lu}\d][\p{L}\d&.-]{0,11}$/u.test(form) && !/\p{Script=Han}/u.test(form)) return 'abbreviation';
  if (!/\p{Script=Han}/u.test(form)) return 'english';
  return form.length < term.length ? 'short' : 'long';
}
