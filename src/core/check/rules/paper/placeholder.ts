/** What a template leaves to fill in, still open (G-6). */
import type { ParagraphRule } from '../../rule';
import { point } from '../fault';

const OPEN = /(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[×✕]{2,}|[〔［[【（(](?:待[补定填核查]|此处|请填|略填)[^〕］\]】）)\n]{0,12}[〕］\]】）)]|_{3,}|＿{2,}|\bTO[D]O\b|\bT[B]D\b|○{2,}(?!年)/gu;

export const paperPlaceholderRule: ParagraphRule = {
  scope: 'paragraph', id: 'paper.placeholder', severity: 'warning', basis: null, profile: 'official-paper',
  check: ({ text }) => [...text.matchAll(OPEN)].map((m) => point(m.index, m.index + m[0].length, '占位符尚未填写', 'A placeholder is still to be filled in')),
};
