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
}

/** Figures of lines that have been read: an edit changes one line of a draft, and the hover reads what the check has read. */
const known = new Map<string, readonly TextFigure[]>();
const MOST_KNOWN = 4000;

function figuresOfLine(line: string, language: ReturnType<typeof scriptOf>, subject: string | null): readonly TextFigure[] {
  const key = `${subject ?? ''}\n${line}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = figuresOfText(line, language, { ...NO_CONTEXT, entity: language === 'en' ? null : subject });
  known.set(key, made);
  return made;
}

/** All figures of a draft, in order. Each line is a paragraph; tables, headings and reference entries are left alone. */
export function draftFigures(draft: Draft): DraftFigure[] {
  const text = proseOf(draft);
  const result: DraftFigure[] = [];
  // 全市 and the like are the place that the draft itself names; of the nation every draft may speak.
  const place = documentSubject('', text, false), subject = place === '中国' ? null : place;
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '' || (draft.language === 'markdown' && /^\s*(?:#{1,6}\s|\|)/.test(draft.text.slice(start, at)))) continue;
    const language = scriptOf(line);
    const base = result.length;
    for (const figure of figuresOfLine(line, language, subject)) {
      const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
      const from = Math.max(line.lastIndexOf('；', figure.start - 1), line.lastIndexOf(';', figure.start - 1), figure.sentence.start - 1) + 1;
      const ends = [line.indexOf('；', figure.end), line.indexOf(';', figure.end)].filter((i) => i >= 0 && i < figure.sentence.end);
      result.push({
        ...figure, ...move(figure), numeral: figure.numeral + start, raw: draft.text.slice(figure.start + start, figure.end + start), sentence: move(figure.sentence), time: figure.time && move(figure.time),
        from: figure.from === null ? null : figure.from + base, to: figure.to === null ? null : figure.to + base,
        paragraph: line, words: line.slice(figure.sentence.start, figure.sentence.end), clause: line.slice(from, Math.min(figure.sentence.end, ...ends)), english: language === 'en',
      });
    }
  }
  return result;
}
