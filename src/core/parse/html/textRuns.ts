/** The text of one paragraph of markup, as it comes in: blanks folded as a browser folds them, note marks and readings left out. */
import type { Gap, Run } from '../layout';

export interface Part {
  readonly runs: Run[];
  readonly characters: number;
  readonly linked: number;
}

interface Line { runs: Run[]; characters: number; linked: number; indented: boolean; last: string; blankAfter: boolean }

export interface TextRuns {
  /** Whether what comes stands in a link. */
  linked: boolean;
  /** Whether line ends count. */
  preformatted: boolean;
  /** Text or one character reference; offsets into the markup. */
  add(data: string, start: number, end: number): void;
  /** Tabs that part the cells of a row; `start` to `end` holds at least as many letters. */
  tabs(count: number, start: number, end: number): void;
  lineEnd(start: number, end: number): void;
  /** The number of a list's item, shown before the next word; `start` and `end` are of its tag. Null: none. */
  itemNumber(number: string | null, start: number, end: number): void;
  /** `stated`: the markup says that it is a note's mark. */
  beginNote(stated?: boolean): void;
  endNote(): void;
  beginRuby(): void;
  endRuby(): void;
  /** The paragraphs that have come since the last call. */
  take(): Part[];
}

const NOTE = /^(?:[[〔［(（]\s*\d{1,3}(?:\s*[-–—,，、]\s*\d{1,3})*\s*[\]〕］)）]|\d{1,3}|[①-⑳*†‡]+|[注註]\d*)$/u;
/** As LibreOffice numbers endnotes; elsewhere such letters are words. */
const ROMAN = /^[ivxlc]{1,6}$/iu;
/** A text that brings its own number. */
const NUMBERED = /^[（([〔［]?(?:\d|[一二三四五六七八九十]{1,3}[、.．）)]|[①-⑳])/u;
const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', '−': '⁻', '–': '⁻', n: 'ⁿ' };
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/;

export function textRuns(raw: string): TextRuns {
  let lines: Line[] = [];
  let line = emptyLine();
  let pending: { start: number; end: number; newline: boolean; literal: string } | null = null;
  let gap: Gap = 'markup';
  let note: { data: string; start: number; end: number }[] | null = null;
  let ruby = false, stated = false;
  let item: { number: string; start: number; end: number } | null = null;

  function emptyLine(): Line {
    return { runs: [], characters: 0, linked: 0, indented: false, last: '', blankAfter: false };
  }

  function push(data: string, start: number, end: number): void {
    const before = line.runs.at(-1);
    const plain = data.length === end - start && raw.startsWith(data, start);
    const text = plain ? null : data;
    if (before && before.end === start && before.text === null && text === null) line.runs[line.runs.length - 1] = { ...before, end };
    else line.runs.push({ start, end, text, gap });
    gap = 'markup';
  }

  function word(data: string, start: number, end: number): void {
    if (pending) {
      if (line.runs.length === 0 && pending.literal.includes('\t')) push(pending.literal, pending.start, pending.end);
      else if (line.runs.length === 0) line.indented = [...pending.literal].reduce((width, c) => width + (c === '\u3000' ? 2 : 1), 0) >= 2;
      else if (pending.literal !== '') push(pending.literal, pending.start, pending.end);
      else if (!(pending.newline && CJK.test(line.last) && CJK.test(data[0] as string))) push(' ', pending.start, pending.end);
      else if (gap === 'markup') gap = 'layout-space';
      pending = null;
    }
    if (item && !NUMBERED.test(data)) push(item.number, item.start, item.end);
    item = null;
    push(data, start, end);
    line.last = data.slice(-1);
    line.characters += data.length;
    if (runs.linked) line.linked += data.length;
  }

  function blank(start: number, end: number, literal: string): void {
    const newline = literal === '' && /[\n\r]/.test(raw.slice(start, end));
    if (pending) pending = { start: pending.start, end, newline: pending.newline || newline, literal: pending.literal + literal };
    else pending = { start, end, newline, literal };
  }

  const runs: TextRuns = {
    linked: false,
    preformatted: false,
    add(data, start, end) {
      if (ruby) { gap = 'pinyin'; return; }
      if (note) { note.push({ data, start, end }); return; }
      if (end - start !== data.length || raw[start] === '&') {
        if (/^[\s\u00a0\u2000-\u200a\u3000]+$/u.test(data)) blank(start, end, /^[\n\t ]$/.test(data) ? '' : data);
        else word(data, start, end);
        return;
      }
      for (const m of data.matchAll(/([ \t\n\r\f]+)|([\u00a0\u2000-\u200a\u3000]+)|[^ \t\n\r\f\u00a0\u2000-\u200a\u3000]+/gu)) {
        const from = start + m.index, to = from + m[0].length;
        if (m[1] !== undefined) {
          if (runs.preformatted && /[\n\r]/.test(m[1])) runs.lineEnd(from, to); else blank(from, to, '');
        } else if (m[2] !== undefined) blank(from, to, m[2]);
        else word(m[0], from, to);
      }
    },
    tabs(count, start, end) { if (!note) blank(start, end, '\t'.repeat(count)); },
    lineEnd(start, end) {
      if (note || ruby) return;
      if (line.runs.length === 0) {
        const last = lines.at(-1);
        if (last) last.blankAfter = true;
      } else { lines.push(line); line = emptyLine(); }
      pending = null;
      if (end > start) gap = 'line-break';
    },
    itemNumber(number, start, end) {
      // What stands for a tag is never longer than it.
      const shown = number?.slice(0, Math.max(end - start, number.trimEnd().length)) ?? '';
      item = shown !== '' && shown.length <= end - start ? { number: shown, start, end } : null;
    },
    beginNote(isStated = false) { note ??= []; stated ||= isStated; },
    endNote() {
      const marks = note ?? [], roman = stated ? ROMAN : null;
      note = null;
      stated = false;
      const text = marks.map(({ data }) => data).join('').trim();
      if (text === '') return;
      const amount = /[A-Za-z0-9]/.test(line.last) && !runs.linked && /^\d{1,2}$/.test(text);
      if ((NOTE.test(text) && !amount) || roman?.test(text)) { gap = 'note-mark'; return; }
      const raisable = [...text].every((c) => c in RAISED);
      for (const { data, start, end } of marks) {
        // A power that became level with its base would be another number.
        if (raisable && data.trim() === data && data.length === end - start) word([...data].map((c) => RAISED[c]).join(''), start, end);
        else runs.add(data, start, end);
      }
    },
    beginRuby() { ruby = true; },
    endRuby() { ruby = false; },
    take() {
      if (note) runs.endNote();
      ruby = false;
      if (line.runs.length > 0) lines.push(line);
      const parts: { runs: Run[]; characters: number; linked: number }[] = [];
      let before: Line | null = null;
      for (const one of lines) {
        const part = parts.at(-1);
        if (part && before && goesOn(before, one)) {
          const [first, ...rest] = one.runs as [Run, ...Run[]];
          part.runs.push({ ...first, gap: 'line-break' }, ...rest);
          part.characters += one.characters;
          part.linked += one.linked;
        } else parts.push({ runs: one.runs, characters: one.characters, linked: one.linked });
        before = one;
      }
      lines = [];
      line = emptyLine();
      pending = null;
      gap = 'markup';
      return parts;
    },
  };
  return runs;
}

/** Whether a line that a `<br>` ended is wrapped text: nothing says that its paragraph is over. */
function goesOn(before: Line, next: Line): boolean {
  if (before.blankAfter || next.indented || before.characters < 20) return false;
  return !/[。！？!?…：:；;.”’」』）)]/u.test(before.last);
}
