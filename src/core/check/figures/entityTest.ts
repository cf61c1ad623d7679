/** Whether a source's figure is of the same subject as a draft's. */
import type { DraftFigure } from './draftFigures';

/** Asked of each subject once. */
export function entityTest({ entity, paragraph }: Pick<DraftFigure, 'entity' | 'paragraph'>): (theirs: string | null) => boolean {
  const answers = new Map<string | null, boolean>();
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
  return (theirs) => {
    let answer = answers.get(theirs);
    if (answer === undefined) answers.set(theirs, answer = same(theirs));
    return answer;
  };
}
