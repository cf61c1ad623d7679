import assert from 'node:assert/strict';
import { oneInnerChange } from '../../../src/core/check/rules/term';
import { check, checkerOf, report, speech } from './checked';

const found = (text: string) => check(text).findings.filter((f) => f.rule === 'quote.attribution').map((f) => text.slice(f.start, f.end));

describe('attribution', () => {
  it('is silent where the library names the same speaker, or the draft names none', () => {
    for (const text of [
      '李明指出：“良好生态环境是最普惠的民生福祉”。', '“教育是国之大计，要办好人民满意的教育”，王芳说。', '有一句话说：“教育是国之大计，要办好人民满意的教育”。',
      '李明指出，“数据要素是新时代的石油，也是新时代的水和电”。',
    ]) assert.deepEqual(found(text), [], text);
  });

  it('points at another speaker, before the words and behind them', () => {
    assert.deepEqual(found('王芳指出：“良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境”。'), ['王芳指出']);
    assert.deepEqual(found('“教育是国之大计，要办好人民满意的教育”，李明说。'), ['李明说']);
  });

  it('points at another date', () => {
    assert.equal(found('2023年5月，王芳在全省教育大会上强调：“教育是国之大计，要办好人民满意的教育”。').length, 1);
    assert.deepEqual(found('2022年，王芳在全省教育大会上强调：“教育是国之大计，要办好人民满意的教育”。'), []);
  });

  it('says who it was, with the evidence', () => {
    const finding = check('王芳指出：“良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境”。').findings[0];
    assert.match(finding?.message ?? '', /李明.*王芳/);
    assert.equal(finding?.source?.file, '0.txt');
  });
});

describe('fixed wordings', () => {
  const terms = ['持续推进国家战略科技力量体系建设。', '国家战略科技力量体系是创新的骨干，要建好国家战略科技力量体系。'];
  const checked = checkerOf(report, speech, terms.join('\n'));

  it('are left alone where they are right', () => {
    for (const text of [...terms, report, speech]) assert.deepEqual(checked(text).findings.filter((f) => f.rule === 'term.variant'), []);
  });
});

describe('oneInnerChange', () => {
  it('is one letter exchanged, lost or added, or two turned round, inside', () => {
    assert.ok(oneInnerChange('国家战略科技力量', '国家战备科技力量'));
    assert.ok(oneInnerChange('国家战略科技力量', '国家战略科力量'));
    assert.ok(oneInnerChange('国家战略科技力量', '国家略战科技力量'));
  });

  it('is nothing at an edge, nothing larger, and not a free choice such as 和 for 与', () => {
    assert.ok(!oneInnerChange('国家战略科技力量', '全家战略科技力量'));
    assert.ok(!oneInnerChange('国家战略科技力量', '国家创新科技力量'));
    assert.ok(!oneInnerChange('科学和技术合作', '科学与技术合作'));
    assert.ok(!oneInnerChange('合作的新局面', '合作新局面'));
  });
});

describe('a source taken as a draft', () => {
  it('has nothing to complain of', () => {
    for (const text of [report, speech]) {
      const { findings, quotations } = check(text, 'plaintext');
      assert.deepEqual(findings.filter((f) => f.severity === 'error' || f.severity === 'warning'), []);
      assert.ok(quotations.every((q) => q.verdict === 'verbatim'));
    }
  });
});
