import assert from 'node:assert/strict';
import { buildTermMatcher } from '../../../src/core/extract/terms/matcher';

const term = (name: string, ...forms: string[]) => ({ term: name, variants: forms.map((form) => ({ form })) });
const terms = [term('科技创新'), term('国际科技创新中心'), term('“一带一路”', '“一带一路”倡议'), term('某某实验堆', 'ITER'), term('开放、公平、公正'), term('人工智能', 'AI', 'open innovation')];
const matcher = buildTermMatcher(terms);
const found = (text: string) => matcher.matches(text).map((m) => [text.slice(m.start, m.end), terms[m.term]?.term]);

describe('buildTermMatcher', () => {
  it('takes the longest term and keeps the ones inside within reach', () => {
    const text = '建设国际科技创新中心，推动科技创新';
    assert.deepEqual(found(text), [['国际科技创新中心', '国际科技创新中心'], ['科技创新', '科技创新']]);
    assert.deepEqual(matcher.at(text, 5).map((m) => text.slice(m.start, m.end)), ['国际科技创新中心', '科技创新']);
    assert.deepEqual(matcher.all('国际科技创新中心').map((m) => terms[m.term]?.term), ['国际科技创新中心', '科技创新']);
  });

  it('gives exactly the term, in offsets of the text, whatever stands around it', () => {
    const text = '共建“一带一路”倡议。';
    const [match] = matcher.matches(text);
    assert.equal(text.slice(match?.start, match?.end), '一带一路”倡议');
  });

  it('finds Traditional and full-width forms and such with blanks or a line end inside', () => {
    assert.deepEqual(found('科技創新與ＩＴＥＲ'), [['科技創新', '科技创新'], ['ＩＴＥＲ', '某某实验堆']]);
    assert.deepEqual(found('科技\n创 新')[0], ['科技\n创 新', '科技创新']);
    assert.deepEqual(found('開放、公平、公正的環境'), [['開放、公平、公正', '开放、公平、公正']]);
  });

  it('does not reach over the end of a clause', () => {
    assert.deepEqual(found('发展科技。创新无止境'), []);
    assert.deepEqual(found('发展科技，创新'), []);
    assert.deepEqual(found('科技\n\n创新'), []);
  });

  it('takes letters as whole words only', () => {
    assert.deepEqual(found('AI技术，MAIN，AIDS，AI'), [['AI', '人工智能'], ['AI', '人工智能']]);
    assert.deepEqual(found('Open Innovation and reopen innovations'), [['Open Innovation', '人工智能']]);
  });

  it('is at home at the ends of a text and in an empty one', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(matcher.at('', 0), []);
    assert.equal(matcher.at('科技创新', 4).length, 1);
    assert.equal(matcher.at('科技创新', 0).length, 1);
    assert.deepEqual(buildTermMatcher([]).matches('科技创新'), []);
  });
});
