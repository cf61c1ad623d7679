/** The figures of a draft, with offsets into the draft. */
import type { TextFigure } from '../../extract/figures/figuresOfText';
import { NO_CONTEXT, figuresOfText } from '../../extract/figures/figuresOfText';
import { documentSubject } from '../../extract/figures/documentSubject';
import type { Span } from '../../text/offsets';
import { scriptOf } from '../../text/script';
import { proseOf } from '../prose';
import type { Draft } from '../types';

/** A figure of a draft; `paragraph` is the text of its paragraph, `sentence` and `time` are spans of the draft. */
export interface DraftFigure extends TextFigure {
  readonly paragraph: string;
  /** The words of its sentence. */
  readonly words: string;
  /** The words of its clause group: from the paragraph's last full stop or semicolon to the next. */
  readonly clause: string;
  readonly english: boolean;
  /** As it was read from its line, offsets into that; the same object as long as the line stays the same. */
  readonly read: TextFigure;
}

interface Line {
  readonly figures: readonly TextFigure[];
  readonly english: boolean;
}

/** Lines that have been read: an edit changes one line of a draft. What was not asked for since the last clearing goes with the next. */
let known = new Map<string, Line>(), before = known;
const MOST_KNOWN = 8000;

function readLine(line: string, subject: string | null): Line {
  const key = `${subject ?? ''}\n${line}`;
  let found = known.get(key) ?? before.get(key);
  if (!found) {
    const language = scriptOf(line), english = language === 'en';
    found = { english, figures: figuresOfText(line, language, { ...NO_CONTEXT, entity: english ? null : subject }) };
  }
  if (known.size >= MOST_KNOWN) { before = known; known = new Map(); }
  known.set(key, found);
  return found;
}

/** What was read of a draft, for all who ask about it. */
const read = new WeakMap<Draft, DraftFigure[]>();

/** All figures of a draft, in order. Each line is a paragraph; tables, headings and reference entries are left alone. */
export function draftFigures(draft: Draft): readonly DraftFigure[] {
  let figures = read.get(draft);
  if (!figures) read.set(draft, figures = readDraft(draft));
  return figures;
}

function readDraft(draft: Draft): DraftFigure[] {
  const text = proseOf(draft);
  const result: DraftFigure[] = [];
  // 全市 and the like are the place that the draft itself names; of the nation every draft may speak.
  const place = documentSubject('', text, false), subject = place === '中国' ? null : place;
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '' || (draft.language === 'markdown' && /^\s*(?:#{1,6}\s|\|)/.test(draft.text.slice(start, at)))) continue;
    const { figures, english } = readLine(line, subject), base = result.length;
    for (const figure of figures) {
      const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
      const from = Math.max(line.lastIndexOf('；', figure.start - 1), line.lastIndexOf(';', figure.start - 1), figure.sentence.start - 1) + 1;
      const ends = [line.indexOf('；', figure.end), line.indexOf(';', figure.end)].filter((i) => i >= 0 && i < figure.sentence.end);
      result.push({
        ...figure, ...move(figure), numeral: figure.numeral + start, raw: draft.text.slice(figure.start + start, figure.end + start), sentence: move(figure.sentence), time: figure.time && move(figure.time),
        from: figure.from === null ? null : figure.from + base, to: figure.to === null ? null : figure.to + base,
        paragraph: line, words: line.slice(figure.sentence.start, figure.sentence.end), clause: line.slice(from, Math.min(figure.sentence.end, ...ends)), english, read: figure,
      });
    }
  }
  return result;
}
