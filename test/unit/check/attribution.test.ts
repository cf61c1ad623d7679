import assert from 'node:assert/strict';
import { oneInnerChange } from '../../../src/core/check/formulations/oneChange';
import { checkContext, checkDraft } from '../../../src/core/check/check';
import { buildLibrary } from '../../../src/core/library/buildLibrary';
import { check, checkerOf, fixed, report, speech } from './checked';

const found = (text: string) => check(text).findings.filter((f) => f.rule === 'quote.attribution').map((f) => text.slice(f.start, f.end));

describe('attribution', () => {
  it('is silent where the library names the same speaker, or the draft names none', () => {
    for (const text of [
      '李明指出：“良好生态环境是最普惠的民生福祉”。', '“教育是国之大计，要办好人民满意的教育”，王芳说。', '有一句话说：“教育是国之大计，要办好人民满意的教育”。',
      '李明指出，“数据要素是新时代的石油，也是新时代的水和电”。',
    ]) assert.deepEqual(found(text), [], text);
  });

  it('points at another speaker, before the words and behind them', () => {
    assert.deepEqual(found('王芳指出：“良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境”。'), ['王芳']);
    assert.deepEqual(found('“教育是国之大计，要办好人民满意的教育”，李明说。'), ['李明']);
  });

  it('points at another date', () => {
    assert.equal(found('2023年5月，王芳在全省教育大会上强调：“教育是国之大计，要办好人民满意的教育”。').length, 1);
    assert.deepEqual(found('2022年，王芳在全省教育大会上强调：“教育是国之大计，要办好人民满意的教育”。'), []);
  });

  it('knows plenary sessions by their numbers', () => {
    const checked = checkerOf('中国共产党滨海省第九届委员会第四次全体会议公报\n中国共产党滨海省第九届委员会第四次全体会议，于2023年12月19日至20日举行。\n全会指出，高质量发展是首要任务，必须完整、准确、全面贯彻新发展理念。');
    const of = (name: string) => checked(`${name}指出，“高质量发展是首要任务，必须完整、准确、全面贯彻新发展理念”。`).findings.map((f) => f.rule);
    for (const name of ['省委九届四次全会', '中共滨海省委九届四次全会', '九届四次全会', '滨海省第九届委员会第四次全体会议']) assert.deepEqual(of(name), [], name);
    for (const name of ['省委九届五次全会', '党的十九届四中全会']) assert.deepEqual(of(name), ['quote.attribution'], name);
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

describe('attribution, compared to the word', () => {
  const tokenizer = { name: 'none', cut: (text: string) => [text] };
  const speech = '在全省林业工作会议上的讲话\n同志们，种树是给后人乘凉的事，急不得也等不得。每一片林子都要有人管、有人护。\n';
  const news = '李明2019年4月在春季造林动员会上强调：“每一片林子都要有人管、有人护，成活率要一年一年地查。”\n李明2021年9月在护林员座谈会上指出：“护林就是护水护土，护的是子孙的饭碗。”\n李明2022年3月在林长制推进会上又指出：“护林就是护水护土，护的是子孙的饭碗。”\n';
  const decision = '关于加强古树保护的决定\n古树名木要一树一档、一树一人，任何单位不得迁移。\n';
  const context = checkContext(buildLibrary([
    { file: 's.txt', text: speech, catalogue: { title: '在全省林业工作会议上的讲话', kind: 'speech', date: '2020-03-12', speaker: '周正', occasion: '全省林业工作会议' } },
    { file: 'n.txt', text: news, catalogue: { title: '林业消息' } },
    { file: 'd.txt', text: decision, catalogue: { title: '关于加强古树保护的决定' } },
    { file: 'f.txt', text: '三十一大的报告\n渠道要一年一清，闸门要一季一检。\n', catalogue: { title: '三十一大的报告', speaker: '周正', occasion: '中国共产党第三十一次全国代表大会' } },
    { file: 'g.txt', text: '三十二大的报告\n水库要先蓄后放，不能只放不蓄。\n', catalogue: { title: '三十二大的报告', speaker: '周正', occasion: '中国共产党第三十二次全国代表大会' } },
    { file: 'h.txt', text: '林区见闻\n路边的标语写着“护林就是护水护土，护的是子孙的饭碗”，走几步又是一幅。\n', catalogue: { title: '林区见闻' } },
    { file: 'e.txt', text: '山区公路养护办法\n路面坑槽应当在三日内修补完毕。\n', catalogue: { title: '山区公路养护办法' } },
    { file: 'i.txt', text: '全县工作报告\n今年要把引水进村摆在优先位置，年底前户户通水。\n', catalogue: { title: '全县工作报告', kind: 'speech', date: '2023-01-08', speaker: '赵成', occasion: '县十六届人大三次会议' } },
  ], tokenizer));
  const findings = (text: string) => checkDraft(context, { text, language: 'markdown' }, { locale: 'zh-cn' }).findings.filter((f) => f.rule === 'quote.attribution');
  const marked = (text: string) => findings(text).map((f) => text.slice(f.start, f.end));

  const right = [
    '党的三十一大报告指出：“渠道要一年一清，闸门要一季一检。”',
    '周正在全省林业工作会议上指出：“种树是给后人乘凉的事，急不得也等不得。”',
    '2020年3月12日，周正强调：“种树是给后人乘凉的事，急不得也等不得。”',
    '李明2021年9月在护林员座谈会上指出：“护林就是护水护土，护的是子孙的饭碗。”',
    '李明2022年在林长制推进会上指出：“护林就是护水护土，护的是子孙的饭碗。”',
    '《关于加强古树保护的决定》明确：“古树名木要一树一档、一树一人，任何单位不得迁移。”',
    '周正在一次会上指出：“种树是给后人乘凉的事，急不得也等不得。”',
    // Said by both: who of them is meant only the draft knows.
    '周正指出，“每一片林子都要有人管、有人护”。', '李明指出，“每一片林子都要有人管、有人护”。',
    '大家常说：“种树是给后人乘凉的事，急不得也等不得。”',
    '2023年《全县工作报告》提出，“把引水进村摆在优先位置，年底前户户通水”。', '赵成在全县工作报告中指出，“把引水进村摆在优先位置，年底前户户通水”。',
    // That year's report is not here.
    '2021年《全县工作报告》提出，“古树名木要一树一档、一树一人，任何单位不得迁移”。',
    // Its name for short.
    '《决定》明确：“古树名木要一树一档、一树一人，任何单位不得迁移。”',
  ];
  for (const text of right) it(`right: ${text}`, () => assert.deepEqual(marked(text), []));

  const wrong: [string, string, string | undefined][] = [
    ['李明指出：“种树是给后人乘凉的事，急不得也等不得。”', '李明', '周正指出：“种树是给后人乘凉的事，急不得也等不得。”'],
    // That a third document quotes the words and names nobody, speaks for nobody.
    ['周正指出：“护林就是护水护土，护的是子孙的饭碗。”', '周正', '李明指出：“护林就是护水护土，护的是子孙的饭碗。”'],
    ['周正在全国老龄工作座谈会上指出：“种树是给后人乘凉的事，急不得也等不得。”', '全国老龄工作座谈会', '周正在全省林业工作会议上指出：“种树是给后人乘凉的事，急不得也等不得。”'],
    ['2018年5月，周正强调：“种树是给后人乘凉的事，急不得也等不得。”', '2018年5月', '2020年3月，周正强调：“种树是给后人乘凉的事，急不得也等不得。”'],
    ['周正在党的三十一大报告中指出：“古树名木要一树一档、一树一人，任何单位不得迁移。”', '党的三十一大报告', undefined],
    ['2022年《全县工作报告》提出，“把引水进村摆在优先位置，年底前户户通水”。', '2022年', '2023年《全县工作报告》提出，“把引水进村摆在优先位置，年底前户户通水”。'],
    ['李明2018年在护林员座谈会上指出：“护林就是护水护土，护的是子孙的饭碗。”', '2018年', undefined],
    ['《山区公路养护办法》规定：“古树名木要一树一档、一树一人，任何单位不得迁移。”', '《山区公路养护办法》', '《关于加强古树保护的决定》规定：“古树名木要一树一档、一树一人，任何单位不得迁移。”'],
    ['党的三十二大报告指出：“渠道要一年一清，闸门要一季一检。”', '党的三十二大报告', '《三十一大的报告》指出：“渠道要一年一清，闸门要一季一检。”'],
    ['李明指出：\n\n> 种树是给后人乘凉的事，急不得也等不得。\n', '李明', '周正指出：\n\n> 种树是给后人乘凉的事，急不得也等不得。\n'],
  ];
  for (const [text, place, mended] of wrong) {
    it(`wrong: ${text.trim()}`, () => {
      assert.deepEqual(marked(text), [place]);
      const fix = findings(text)[0]?.fixes[0];
      assert.equal(fix ? fixed(text, fix) : undefined, mended);
      if (mended) assert.deepEqual(marked(mended), []);
    });
  }

  it('words that were said on several occasions: all are named', () => {
    const [finding] = findings('李明2018年在护林员座谈会上指出：“护林就是护水护土，护的是子孙的饭碗。”');
    assert.match(finding?.message ?? '', /护林员座谈会.*林长制推进会/u);
  });
});
