/**
 * Comments in the draft that silence rules, where the format has comments:
 *
 *     <!-- yinju-disable number.hedge -- as the client writes it -->  …  <!-- yinju-enable number.hedge -->
 *     <!-- yinju-disable-next-line quote -->        % yinju-disable-next-line quote
 *     <!-- yinju-disable-file mark.between -->
 *
 * Without a rule all are meant; `quote` means its whole group. Behind `--` stands the reason.
 */
import type { Draft, Finding } from '../types';

interface Silence {
  readonly rules: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly reason: string | null;
}

const COMMENT: Readonly<Partial<Record<Draft['language'], RegExp>>> = {
  markdown: /<!--\s*yinju-(disable-next-line|disable-line|disable-file|disable|enable)\b([\s\S]*?)-->/gu,
  latex: /(?<!\\)%+\s*yinju-(disable-next-line|disable-line|disable-file|disable|enable)\b([^\n]*)/gu,
};

/** The reason by which a finding is silenced (null: none is given); undefined where it is not. */
export function silencesOf({ text, language }: Draft): (finding: Finding) => string | null | undefined {
  const silences = parse(text, COMMENT[language]);
  if (silences.length === 0) return () => undefined;
  return (finding) => silences.find(({ rules, start, end }) => start <= finding.start && finding.start < end && (rules.length === 0 || rules.some((rule) => finding.rule === rule || finding.rule.startsWith(`${rule}.`))))?.reason;
}

function parse(text: string, pattern: RegExp | undefined): Silence[] {
  const found: Silence[] = [];
  let open: Silence[] = [];
  if (!pattern) return found;
  for (const m of text.matchAll(pattern)) {
    const [, kind, body = ''] = m;
    const [names = '', ...reasons] = body.split(/(?:^|\s)--(?:\s|$)/u);
    const rules = names.trim().split(/[\s,，]+/u).filter(Boolean);
    const reason = reasons.join(' ').trim() || null;
    const behind = m.index + m[0].length;
    const lineEnd = (from: number): number => { const at = text.indexOf('\n', from); return at < 0 ? text.length : at; };
    if (kind === 'disable-file') found.push({ rules, reason, start: 0, end: text.length });
    else if (kind === 'disable-line') found.push({ rules, reason, start: text.lastIndexOf('\n', m.index - 1) + 1, end: lineEnd(behind) });
    else if (kind === 'disable-next-line') {
      // Blank lines between the comment and the paragraph do not count.
      const next = /\S/u.exec(text.slice(lineEnd(behind)));
      const start = next ? lineEnd(behind) + next.index : text.length;
      found.push({ rules, reason, start, end: lineEnd(start) });
    } else if (kind === 'disable') open.push({ rules, reason, start: behind, end: text.length });
    else {
      const ended = open.filter((one) => rules.length === 0 || one.rules.some((rule) => rules.includes(rule)));
      found.push(...ended.map((one) => ({ ...one, end: m.index })));
      open = open.filter((one) => !ended.includes(one));
    }
  }
  return [...found, ...open];
}
