/** What a finding about a quotation says: one glance, what is wrong and the source's words. */
import { shortTitle } from '../../cite/shortTitle';
import type { Locale } from '../../features/types';
import { FAR } from '../quotation/shortened';
import type { LeftOut, Note } from '../quotation/judgement';
import type { Difference, DifferenceKind, Evidence } from '../types';

/** The source's title as an addition to a message. */
export const titleOf = (source: Pick<Evidence, 'title'> | null, zh: boolean): string => (source?.title ? (zh ? `（《${shortTitle(source.title, 'zh-cn')}》）` : ` (${shortTitle(source.title, 'en')})`) : '');

const NAMES: Readonly<Partial<Record<DifferenceKind, readonly [string, string]>>> = {
  negation: ['否定词不同', 'A negation differs'], modal: ['情态词不同', 'A modal differs'], figure: ['数字不同', 'A figure differs'],
  inversion: ['语序颠倒', 'The order is inverted'], reordered: ['次序不同', 'The order differs'], 'item-lost': ['列举项缺失', 'An item is missing'],
  'item-added': ['多出列举项', 'An item was added'], 'clause-dropped': ['漏掉分句', 'A clause is missing'], punctuation: ['标点不同', 'The punctuation differs'],
};

export function differenceMessage(d: Difference, locale: Locale): string {
  const zh = locale === 'zh-cn';
  if (d.kind === 'edge-cut') return zh ? `引文在句中截断，原文此处还有“${d.source}”，意思因此不同` : `The quotation is cut within a sentence: the source has “${d.source}” here, which turns the sense`;
  if (d.kind === 'joined' && d.source === '') return zh ? '不同出处的文字接成了一段引文' : 'Words from different places are put together as one quotation';
  if (d.kind === 'joined') return zh ? `两处原文接在一起，未标省略${d.source === '……' ? '' : `：略去了“${shortened(d.source)}”`}` : `Two places of the source are joined without a mark of omission${d.source === '……' ? '' : `: “${shortened(d.source)}” is left out`}`;
  if (d.kind === 'reordered' && d.draft === '' && d.source === '') return zh ? '省略号前后的文字在来源中不是这个次序' : 'The pieces around …… do not stand in this order in one source';
  const name = NAMES[d.kind]?.[zh ? 0 : 1];
  const lead = name ? (zh ? `${name}：` : `${name}: `) : '';
  // Marks within quotation marks are hard to read: they stand in corner marks.
  const [open, close] = d.kind === 'punctuation' ? '「」' : '“”';
  const source = shortened(d.source);
  if (d.draft === '') return zh ? `${lead}引文缺${open}${source}${close}` : `${lead}the quotation lacks ${open}${source}${close}`;
  if (d.source === '') return zh ? `${lead}引文多出${open}${d.draft}${close}` : `${lead}${open}${d.draft}${close} is not in the source`;
  return zh ? `${lead}${open}${d.draft}${close}原文为${open}${source}${close}` : `${lead}${open}${d.draft}${close} is ${open}${source}${close} in the source`;
}

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 40)}……${words.slice(-12)}` : words);

/** What …… leaves out and why it is worth a look; null where it is not. */
export function leftOutMessage(leftOut: LeftOut, locale: Locale): { readonly message: string; readonly severity: 'warning' | 'information' } | null {
  const zh = locale === 'zh-cn';
  if (leftOut.letters > FAR) return { severity: 'warning', message: zh ? `省略号前后的文字在来源中相隔${leftOut.letters}字，难以算作同一处引文。` : `What stands around …… is ${leftOut.letters} characters apart in the source: hardly one quotation.` };
  if (!leftOut.turning) return null;
  return { severity: 'information', message: zh ? `省略的部分含有可能改变意思的“${leftOut.turning}”：“${shortened(leftOut.words)}”。请核对。` : `What …… leaves out holds “${leftOut.turning}”, which may turn the sense: “${shortened(leftOut.words)}”. Please check.` };
}

export function noteMessage(note: Note, source: Evidence | null, locale: Locale): string {
  const zh = locale === 'zh-cn';
  switch (note.kind) {
    case 'gloss': return zh ? '括号里的话不是原文，宜注明是引者所加。' : 'The words in brackets are not the source’s: say that they are yours.';
    case 'subject': return zh ? `引号前的主语是“${note.draft}”，原文为“${note.source}”${titleOf(source, zh)}。` : `The subject before the marks is “${note.draft}”; in the source it is “${note.source}”${titleOf(source, zh)}.`;
    case 'edition': {
      const { source: better, words } = note.better.stretch;
      return zh ? `引文与一个版本一致${titleOf(source, zh)}；更权威的版本${titleOf(better, zh)}为“${shortened(words)}”。` : `The words agree with one edition${titleOf(source, zh)}; a better one${titleOf(better, zh)} has “${shortened(words)}”.`;
    }
  }
}
