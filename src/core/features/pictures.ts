/** The pictures of the sources: found by their captions, and as text to insert. */
import { evidenceOf } from '../cite/evidence';
import { escapeLatex } from '../cite/citation';
import type { Draft } from '../check/types';
import type { Library, Picture } from '../library/types';
import type { ListedPicture, Locale, PictureList, PictureQuery } from './types';

/** Passages that speak of a picture, shown with it. */
const MOST_USES = 3;

/** Two pictures without words between them stand at one place: their names tell them apart. */
export const pictureId = ({ file, start, picture }: Picture): string => `${file}#p${start}${picture === null ? '' : `:${picture}`}`;

function listed(library: Pick<Library, 'sources'>, picture: Picture): ListedPicture {
  const { label, caption, citedBy, inside } = picture;
  const text = [label, caption].filter(Boolean).join(' ');
  return { id: pictureId(picture), label, caption, picture: picture.picture, inside, evidence: evidenceOf(library, { ...picture, text }), uses: citedBy.slice(0, MOST_USES).map((use) => use.text) };
}

/** The pictures whose label, caption or source's title holds every word of the search, in the order of the library. */
export function pictureList(library: Pick<Library, 'sources' | 'pictures'>, query: PictureQuery): PictureList {
  const words = query.search.toLowerCase().split(/\s+/u).filter(Boolean);
  const titles = new Map(library.sources.map(({ file, title }) => [file, title ?? file]));
  const found = library.pictures.filter(({ file, label, caption, picture }) => {
    // A table's caption stands over rows, not over a picture that is lost.
    if (picture === null && /^(?:表|Table)/iu.test(label ?? '')) return false;
    const text = [label, caption, titles.get(file)].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { total: found.length, pictures: found.slice(query.from, query.from + query.count).map((picture) => listed(library, picture)) };
}

/** One picture by its id; null where the library has none of that name. */
export function pictureById(library: Pick<Library, 'sources' | 'pictures'>, id: string): ListedPicture | null {
  const picture = library.pictures.find((one) => pictureId(one) === id);
  return picture ? listed(library, picture) : null;
}

/**
 * A picture with its caption and its source, as the language of the draft has it. `path` is the picture's address as the draft is to
 * name it; null where there is none to show: then caption and source alone.
 */
export function pictureInsertion({ label, caption, evidence }: ListedPicture, path: string | null, language: Draft['language'], locale: Locale): string {
  const words = [label, caption].filter(Boolean).join(' ');
  const citation = evidence.citation.replace(/[.。]\s*$/u, '');
  const source = locale === 'zh-cn' ? `资料来源：${citation}` : `Source: ${citation}`;
  if (language === 'latex') {
    const graphic = path === null ? [] : [`  \\includegraphics[width=\\linewidth]{${path}}`];
    // The source's own number goes with it: the draft numbers its figures itself.
    return ['\\begin{figure}[htbp]', '  \\centering', ...graphic, `  \\caption{${escapeLatex(caption ?? label ?? '')}}`, `  \\par\\footnotesize ${escapeLatex(source)}`, '\\end{figure}', ''].join('\n');
  }
  if (language === 'markdown' && path !== null) return `![${words.replace(/[[\]]/gu, '\\$&')}](<${path}>)\n\n${words}${words ? '\n\n' : ''}${source}\n`;
  return `${words}${words ? '\n' : ''}${language === 'markdown' && words ? '\n' : ''}${source}\n`;
}
