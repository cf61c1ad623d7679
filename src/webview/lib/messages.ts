/** Messages between the extension and its webviews: plain data, checked on arrival on both sides. */
import type { ChartTheme, FigureFilters, FigureGroup, FigureList, PanelPassage } from '../../core/features/types';

/** What a passage or a row is dragged as: its item. */
export const ITEM_MIME = 'application/vnd.yinju.item';

/** A passage as the panel shows it. */
export type ShownPassage = Pick<PanelPassage, 'id' | 'text' | 'matches' | 'closeness' | 'date'> & { readonly title: string; readonly citation: string };

export type ToPanel =
  /** `answer` counts up; commands name it, so that a click on an older answer does nothing. */
  | { readonly type: 'passages'; readonly answer: number; readonly sentence: string; readonly reuse: { readonly letters: number; readonly title: string } | null; readonly passages: readonly ShownPassage[] }
  | { readonly type: 'none'; readonly reason: 'no-draft' | 'too-long' | 'no-sentence' | 'failed' }
  | { readonly type: 'busy' }
  | { readonly type: 'focus' };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'open' | 'insert'; readonly answer: number; readonly id: string }
  | { readonly type: 'leave' };

export type FigureListRow = FigureList['rows'][number];
export type FigureListChoices = FigureList['choices'];

/** Texts of a group are in the reader's language: periods, and how its sources agree. */
export type ShownGroup = Omit<FigureGroup, 'rows' | 'chart' | 'agreement'> & {
  readonly agreement: string | null;
  /** The units that chart and table can be shown in; none where there is nothing to choose. */
  readonly scales: readonly { readonly scale: number; readonly unit: string }[];
  /** `value` in base units; null for a range. */
  readonly rows: readonly { readonly id: string; readonly raw: string; readonly value: number | null; readonly period: string | null; readonly entity: string | null; readonly title: string; readonly citation: string }[];
  /** The chart's title and source line, null where there is nothing to draw. */
  readonly chart: { readonly title: string; readonly source: string } | null;
};

export interface ShownPicture {
  readonly id: string;
  readonly label: string | null;
  readonly caption: string | null;
  readonly title: string;
  readonly citation: string;
  readonly uses: readonly string[];
}

export type ToFigures =
  /** The library is another one now. */
  | { readonly type: 'changed' }
  /** `question` counts up; an answer to an older question is dropped. */
  | { readonly type: 'list'; readonly question: number; readonly from: number; readonly list: FigureList }
  | { readonly type: 'group'; readonly group: ShownGroup }
  | { readonly type: 'pictures'; readonly question: number; readonly from: number; readonly total: number; readonly pictures: readonly ShownPicture[] }
  /** The picture itself as a data address; null where it cannot be shown: then `state` says why, in words. */
  | { readonly type: 'image'; readonly picture: string; readonly image: string | null; readonly state: string | null }
  | { readonly type: 'chart'; readonly group: string; readonly svg: string | null }
  | { readonly type: 'filter'; readonly text: string }
  | { readonly type: 'failed' };

export type FigureForm = 'phrase' | 'table' | 'csv' | 'svg';

export type FromFigures =
  | { readonly type: 'ready' }
  | { readonly type: 'list'; readonly question: number; readonly search: string; readonly filters: FigureFilters; readonly from: number; readonly count: number }
  | { readonly type: 'group'; readonly group: string }
  | { readonly type: 'pictures'; readonly question: number; readonly search: string; readonly from: number; readonly count: number }
  | { readonly type: 'image' | 'openPicture' | 'insertPicture'; readonly picture: string }
  /** `scale` is that of the chosen unit; null: the source's own. */
  | { readonly type: 'chart'; readonly group: string; readonly theme: ChartTheme; readonly width: number; readonly height: number; readonly scale: number | null }
  | { readonly type: 'insert'; readonly group: string; readonly form: FigureForm; readonly theme: ChartTheme; readonly scale: number | null }
  | { readonly type: 'open'; readonly group: string; readonly figure: string }
  | { readonly type: 'leave' };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown, length = 2000): value is string => typeof value === 'string' && value.length <= length;
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e9;
const isSize = (value: unknown): value is number => typeof value === 'number' && value >= 50 && value <= 4000;

const isScale = (value: unknown): value is number | null => value === null || (typeof value === 'number' && value >= 1 && value <= 1e12);

function isTheme(value: unknown): value is ChartTheme {
  return isRecord(value) && ['foreground', 'background', 'accent', 'marked', 'grid', 'font'].every((name) => isText(value[name], 300));
}

const isFilters = (value: unknown): value is FigureFilters => isRecord(value) && Object.entries(value).every(([name, chosen]) => ['source', 'year', 'entity', 'unit'].includes(name) && isText(chosen));
const isPage = (value: Record<string, unknown>): boolean => isCount(value['question']) && isText(value['search']) && isCount(value['from']) && isCount(value['count']) && value['count'] <= 500;

export function isFromPanel(value: unknown): value is FromPanel {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'ready': case 'leave': return true;
    case 'open': case 'insert': return typeof value['answer'] === 'number' && isText(value['id']);
    default: return false;
  }
}

export function isFromFigures(value: unknown): value is FromFigures {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'ready': case 'leave': return true;
    case 'list': return isPage(value) && isFilters(value['filters']);
    case 'pictures': return isPage(value);
    case 'group': return isText(value['group']);
    case 'image': case 'openPicture': case 'insertPicture': return isText(value['picture']);
    case 'open': return isText(value['group']) && isText(value['figure']);
    case 'chart': return isText(value['group']) && isTheme(value['theme']) && isSize(value['width']) && isSize(value['height']) && isScale(value['scale']);
    case 'insert': return isText(value['group']) && ['phrase', 'table', 'csv', 'svg'].includes(String(value['form'])) && isTheme(value['theme']) && isScale(value['scale']);
    default: return false;
  }
}

/** Messages from the extension are its own; only the shape that everything depends on is looked at. */
export function isToPanel(value: unknown): value is ToPanel {
  return isRecord(value) && isText(value['type'], 20) && (value['type'] !== 'passages' || (Array.isArray(value['passages']) && typeof value['answer'] === 'number'));
}

export function isToFigures(value: unknown): value is ToFigures {
  return isRecord(value) && isText(value['type'], 20) && (value['type'] !== 'list' || isRecord(value['list'])) && (value['type'] !== 'pictures' || Array.isArray(value['pictures']));
}
