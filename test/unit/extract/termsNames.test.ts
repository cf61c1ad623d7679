import assert from 'node:assert/strict';
import { keywordsIn } from '../../../src/core/extract/terms/marks';
import { extractTerms } from '../../../src/core/extract/terms/extractTerms';
import type { Term } from '../../../src/core/library/types';
import { readSource } from '../../../src/core/parse/readSource';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
const terms = (text: string): Term[] => extractTerms([readSource({ file: 'a.txt', text })], words);
const names = (text: string): string[] => terms(text).map((t) => t.term);
const place = (list: readonly string[], name: string): number => { const at = list.indexOf(name); return at < 0 ? Infinity : at; };

describe('names within phrases', () => {
  it('takes the members of a list of one build as names too', () => {
    const list = names('要推进港口振兴、航运振兴、渔业振兴。');
    for (const name of ['港口振兴', '航运振兴', '渔业振兴']) assert.ok(list.includes(name), `${name}: ${list.join(' ')}`);
  });
  it('takes the noun of a field that a longer phrase ends with', () => {
    assert.ok(names('沿海各市推动蓝色可持续发展。').includes('可持续发展'));
  });
  it('takes a noun of a field that stands once, and no adverb behind it', () => {
    const list = names('深化改革，营商环境持续优化，小康社会如期建成。');
    assert.ok(list.includes('营商环境') && !list.some((n) => n.includes('如期')), list.join(' '));
  });
  it('takes two items of one build that are called a principle', () => {
    assert.ok(names('干部要坚持为港谋事、为港谋业，守好海岸。').includes('为港谋事、为港谋业'));
  });
  it('keeps a negating prefix with its noun', () => {
    assert.ok(!names('提高非化石能源比重，非化石能源占比上升。').some((n) => n.startsWith('化石')));
  });
  it('ranks a name before a saying quoted for its colour', () => {
    const list = names('渔民们说“一条也不能少”。全市建设“蓝色粮仓”。');
    assert.ok(place(list, '蓝色粮仓') < place(list, '一条也不能少'), list.join(' '));
  });
  it('takes no reporters, doubled adverbs or years for terms', () => {
    assert.deepEqual(names('新华社记者报道，渔民们扎扎实实干活，2030年前目标不变，2030年前要完成。').filter((n) => /记者|扎扎|2030/.test(n)), []);
  });
});

describe('keywords', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['关键词：海洋经济；港口 群', ['海洋经济', '港口 群']],
    ['【关键词】海洋经济 港口群 渔业', ['海洋经济', '港口群', '渔业']],
    ['Key words: blue economy, port cluster.', ['blue economy', 'port cluster']],
  ];
  for (const [line, list] of table) it(line, () => assert.deepEqual(keywordsIn(line), list));
});

describe('English names', () => {
  it('goes on behind the head of a meeting and to a common head', () => {
    const list = names('The Blue Harbour Forum for Ocean Cooperation opened. The Blue Harbour spirit lives. Premier Wang Ping said the harbour grows. Wang Ping said it again. Wang Ping said so.');
    assert.ok(list.includes('Blue Harbour Forum for Ocean Cooperation') && list.includes('Blue Harbour spirit'), list.join(' | '));
    assert.ok(!list.some((n) => /wang ping/i.test(n)), list.join(' | '));
  });
  it('takes neither who says it nor when it is for a part of a name, nor whose a thing is', () => {
    const list = names('According to the Harbour Index Report, the port attracts global talent. He wrote to the Blue Harbour Forum on May 25 about the port’s harbour security system.');
    assert.ok(list.includes('Harbour Index Report') && list.includes('Blue Harbour Forum') && list.includes('harbour security system'), list.join(' | '));
    assert.deepEqual(list.filter((n) => /According|May|attracts|port’s/.test(n)), []);
  });
  const shapes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['The 7th Blue Harbour Congress met, and the 2nd Century Maritime Road opened.', ['7th Blue Harbour Congress', '2nd Century Maritime Road'], /^Century/],
    ['It issued the paper "Jointly Keeping the Harbour: A Practice in Building a Sea for All" in May.', ['Jointly Keeping the Harbour'], /Practice/],
    ['At the Opening Ceremony of the Blue Harbour Forum he spoke. The Great Reef Industrial Park in Eastport grows.', ['Blue Harbour Forum', 'Great Reef Industrial Park'], /Ceremony|Eastport/],
    ['They build a harbour community with a clean future for mankind. The new type of maritime relations matters.', ['community with a clean future for mankind', 'new type of maritime relations'], /community with a$/],
    ['Ports are pooling resources. We should enhance policy coordination. It wants to rewrite maritime security rules.', ['policy coordination', 'maritime security rules'], /pooling|rewrite|enhance/],
    ['They have advanced blue port integration, maintain harbour stability and strive for enduring peace.', ['blue port integration', 'harbour stability', 'enduring peace'], /advanced|maintain/],
    ['It is the port of traditional Chinese medicine. Blue industrial parks grow. A blue industrial park opens, and blue industrial parks follow.', ['traditional Chinese medicine', 'blue industrial parks'], /blue industrial park$/],
  ];
  for (const [text, wanted, unwanted] of shapes) it(`${wanted.join(' and ')} in ${text}`, () => {
    const list = names(text);
    assert.deepEqual(wanted.filter((name) => !list.includes(name)), [], list.join(' | '));
    assert.deepEqual(list.filter((name) => unwanted.test(name)), []);
  });
  it('takes no clause in marks', () => {
    assert.deepEqual(names('He called on all to "declare a day of the sea". They praise "blue corridors" in the port.').filter((n) => /declare/.test(n)), []);
  });
});

describe('definitions', () => {
  const table: readonly (readonly [string, string, string, RegExp])[] = [
    ['所谓海洋牧场，就是在海里放牧鱼类的地方。各地建设海洋牧场。', '海洋牧场', 'is-a', /^所谓海洋牧场/],
    ['市委围绕渔业、港口、航运等方面提出的“三个提升”总要求，干部们都记在心上。', '三个提升', 'expansion', /^市委围绕/],
    ['欧盟发布《蓝色议程》政策，提出了保护近海的六项措施。', '蓝色议程', 'purpose', /^欧盟发布/],
    ['The Blue Harbour Alliance, founded by the Eastport Academy of Sciences, has 12 members from six coasts.', 'Blue Harbour Alliance', 'expansion', /^The Blue Harbour Alliance/],
    ['The Great Reef Industrial Park in Eastport is a model of clean trade.', 'Great Reef Industrial Park', 'is-a', /^The Great Reef/],
    ['渔业要闻\n\n【摘 要】海洋牧场是一种新型的渔业方式，各地建设海洋牧场。', '海洋牧场', 'is-a', /^海洋牧场/],
    ['渔业要闻\n\n新华社海港5月3日电（记者王平）海洋牧场是一种新型的渔业方式。各地建设海洋牧场。', '海洋牧场', 'is-a', /^海洋牧场/],
    ['牵头建立海洋组织是走向深海的重要举措。海洋组织是联系各方的一条纽带。', '海洋组织', 'is-a', /^海洋组织/],
    ['The Blue Harbour Initiative will become a new platform for the coast.', 'Blue Harbour Initiative', 'is-a', /^The Blue/],
    ['海洋经济逐步成为沿海各市的关键增长来源。海洋经济不断壮大。', '海洋经济', 'is-a', /^海洋经济逐步/],
  ];
  for (const [text, name, kind, definition] of table) {
    it(name, () => {
      const term = terms(text).find((t) => t.term === name);
      assert.equal(term?.definitionKind, kind, names(text).join(' '));
      assert.match(term.definition?.text ?? '', definition);
    });
  }
});
