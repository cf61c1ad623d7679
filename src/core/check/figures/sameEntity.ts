/** Whether a source's figure is of the same subject as a draft's. */
import type { DraftFigure } from './draftFigures';

/** A test of subjects by their number in a list; each is asked once. */
export function sameEntityAs({ entity, paragraph }: Pick<DraftFigure, 'entity' | 'paragraph'>, entities: readonly (string | null)[]): (number: number) => boolean {
  const UNKNOWN = 0, YES = 1, NO = 2, answers = new Uint8Array(entities.length);
  let bare: string | null = null;
  /** A name that stands in the draft's paragraph. */
  const near = (theirs: string): boolean => {
    if (paragraph.includes(theirs)) return true;
    bare ??= paragraph.replace(/[“”"]/g, '');
    return bare.includes(theirs.replace(/[“”"（(].*?[”")）]|[“”"]/g, (m) => m.replace(/[“”"（）()]/g, '')));
  };
  /** The same one, the country where the draft names none, or a name that stands in the draft's paragraph. */
  const same = (theirs: string | null): boolean => {
    if (entity === null) return theirs === null || theirs === '中国' || near(theirs);
    if (theirs === null) return entity === '中国';
    return entity === theirs || entity.includes(theirs) || theirs.includes(entity) || ((entity === '中国' || (entity === '' && theirs !== '中国')) && near(theirs));
  };
  return (number) => {
    if (answers[number] === UNKNOWN) answers[number] = same(entities[number] as string | null) ? YES : NO;
    return answers[number] === YES;
  };
}
