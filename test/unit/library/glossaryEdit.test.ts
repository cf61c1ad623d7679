import assert from 'node:assert/strict';
import { editGlossary, glossaryRow, withGlossaryRow } from '../../../src/core/library/glossaryEdit';
import { readGlossary, type OfficeTerm } from '../../../src/core/library/glossaryFile';

const row = (term: string, known: Partial<OfficeTerm> = {}): OfficeTerm => ({ term, variants: [], kind: null, definition: null, reject: false, ...known });
const ocean = row('海洋牧场', { variants: ['牧场', 'marine ranching'], definition: '放养和保护鱼类的区域：示例。' });

describe('a row written into a glossary', () => {
  for (const name of ['glossary.yaml', 'glossary.json', 'glossary.csv']) {
    it(`is read again as it was written, in ${name}`, () => {
      let text = '';
      for (const one of [ocean, row('积极作用', { reject: true }), row('其三', { definition: '含“引号”, 逗号' })]) text = withGlossaryRow(name, text, one);
      const { rows, problems } = readGlossary(name, text);
      assert.deepEqual(problems, []);
      assert.deepEqual(rows, [ocean, row('积极作用', { reject: true }), row('其三', { definition: '含“引号”, 逗号' })]);
    });

    it(`takes the place of the row of its term, in ${name}`, () => {
      const text = withGlossaryRow(name, withGlossaryRow(name, withGlossaryRow(name, '', ocean), row('别的')), row('海洋牧场', { reject: true }));
      assert.deepEqual(readGlossary(name, text).rows.map(({ term, reject, definition }) => [term, reject, definition]), [['海洋牧场', true, null], ['别的', false, null]]);
    });
  }

  it('keeps comments and the fields of others', () => {
    const text = '# 本单位术语\nterms:\n  # 渔业\n  - term: 海洋牧场\n    note: 见某文件\n  - term: 别的 # 待定\n';
    const edited = withGlossaryRow('glossary.yaml', text, row('海洋牧場', { definition: '定义。' }));
    for (const kept of ['# 本单位术语', '# 渔业', 'note: 见某文件', '# 待定']) assert.ok(edited.includes(kept), edited);
    assert.deepEqual(readGlossary('glossary.yaml', edited).rows.map(({ term }) => term), ['海洋牧场', '别的']);
  });

  it('keeps the short form of a glossary by term', () => {
    const edited = withGlossaryRow('glossary.yaml', '海洋牧场: 近海区域。\n', row('积极作用', { reject: true }));
    assert.equal(edited, '海洋牧场: 近海区域。\n积极作用: false\n');
    assert.deepEqual(readGlossary('glossary.json', withGlossaryRow('glossary.json', '{"海洋牧场": "近海区域。"}', row('新词', { definition: '新。' }))).rows.map(({ term }) => term), ['海洋牧场', '新词']);
  });

  it('is found again by any of its forms', () => {
    const text = withGlossaryRow('glossary.yaml', '', ocean);
    assert.deepEqual(glossaryRow('glossary.yaml', text, 'Marine Ranching'), ocean);
    assert.equal(glossaryRow('glossary.yaml', text, '别的'), null);
    assert.equal(glossaryRow('glossary.yaml', 'terms: [一', '别的'), null);
  });

  it('is not written into what cannot be read', () => {
    for (const [name, text] of [['glossary.yaml', 'terms: [一'], ['glossary.json', '{"a"'], ['glossary.json', '7'], ['glossary.csv', '名称,定义\n一,二\n'], ['glossary.csv', 'term\n一\n']] as const) {
      assert.ok('problem' in editGlossary(name, text, ocean), `${name}: ${text}`);
    }
  });
});
