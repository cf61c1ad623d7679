import assert from 'node:assert/strict';
import { check, checkerOf, fixed, report } from './checked';

const verdicts = (text: string, language?: 'latex' | 'plaintext') => check(text, language).quotations.map((q) => q.verdict);
const loud = (text: string, language?: 'latex' | 'plaintext') => check(text, language).findings.filter((f) => f.severity === 'error' || f.severity === 'warning');
const kinds = (text: string) => check(text).quotations.flatMap((q) => q.differences.map((d) => d.kind));

const words = '良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境';

describe('quotations that are right', () => {
  const right: Record<string, string> = {
    'a whole sentence behind a colon': `李明指出：“${words}，绝不能以牺牲环境为代价换取一时的经济增长。”`,
    'part of a sentence, its full stop outside': '李明强调“良好生态环境是最普惠的民生福祉”。',
    'part of a sentence with a full stop of its own': '李明强调：“良好生态环境是最普惠的民生福祉。”',
    'the subject moved out': '李明强调，要“统筹山水林田湖草沙系统治理”。',
    'straight marks': `李明指出："${words}"。`,
    'a block quotation with its source line': `李明指出：\n\n> ${words}。\n> —— 李明\n`,
    'two paragraphs with one closing mark': '文章写道：\n\n“第一段讲背景，长江保护修复取得明显成效。\n\n“第二段讲任务，黄河流域治理仍须努力。”\n',
    'a mark just opened above another quotation': `要认识到“良好\n“${words}”。\n`,
    'a line end inside': `李明指出：“${words.slice(0, 18)}\n${words.slice(18)}”。`,
    'emphasis and note marks inside': '李明指出：“良好**生态环境**是最普惠的民生福祉[^1]，必须像*保护眼睛*一样保护生态环境^[2]^”。\n\n[^1]: 某书。\n',
    "an editor's note inside": '王芳说：“全省新增普惠性幼儿园学位12.5万个（编者注：2021年数），義務教育鞏固率保持在98%以上”。',
    'shortened by ……': '李明指出：“良好生态环境是最普惠的民生福祉……绝不能以牺牲环境为代价换取一时的经济增长。”',
    'shortened to a first piece of two letters': '李明强调：“良好……必须像保护眼睛一样保护生态环境”',
    'shortened by three points': '李明指出：“良好生态环境是最普惠的民生福祉...绝不能以牺牲环境为代价换取一时的经济增长。”',
  };
  for (const [name, text] of Object.entries(right)) {
    it(name, () => {
      assert.deepEqual(verdicts(text), ['verbatim']);
      assert.deepEqual(check(text).findings.filter((f) => f.rule.startsWith('quote') && f.rule !== 'quote.ellipsis'), []);
    });
  }

  it('a piece of two letters that the source does not have there is not right', () => {
    assert.deepEqual(verdicts('李明强调：“囍囍……必须像保护眼睛一样保护生态环境”'), ['differs']);
  });

  it('marks of LaTeX', () => {
    for (const text of [`李明指出：\\enquote{${words}}。`, `李明指出：\`\`${words}''。`, `\\begin{quote}\n${words}。\n\\end{quote}`, `李明指出：“良好\\textbf{生态环境}是最普惠的民生福祉”。`]) {
      assert.deepEqual(verdicts(text, 'latex'), ['verbatim'], text);
    }
  });

  it('another script, width or level of marks is a matter of form, and silent', () => {
    for (const text of ['李明指出：「良好生態環境是最普惠的民生福祉，必須像保護眼睛一樣保護生態環境」。', `李明指出：“${words.replace('，', ',')}”。`, '大会要求“实施‘蓝天碧水’专项行动计划，持续打好污染防治攻坚战”。', '王芳说，“义务教育巩固率保持在９８％以上”。']) {
      assert.deepEqual(verdicts(text), ['form-only'], text);
      assert.deepEqual(check(text).findings, [], text);
    }
  });
});

describe('quotations that differ', () => {
  /** Draft, what must be underlined, its kind and severity. */
  const wrong: [string, string, string, string, string][] = [
    ['a wrong letter', `李明指出：“${words.slice(0, -1)}镜”。`, '镜', 'wrong-character', 'warning'],
    ['a function word too much', '李明指出：“良好的生态环境是最普惠的民生福祉”。', '的', 'function-word', 'warning'],
    ['a negation lost', '李明指出：“必须像保护眼睛一样保护生态环境，绝能以牺牲环境为代价换取一时的经济增长。”', '绝能', 'negation', 'error'],
    ['a negation added', '李明指出：“良好生态环境不是最普惠的民生福祉，必须像保护眼睛一样保护生态环境”。', '不', 'negation', 'error'],
    ['another modal word', `李明指出：“${words.replace('必须', '应当')}”。`, '应当', 'modal', 'error'],
    ['another figure, shown whole', '李明强调，“推动能源、产业、交通、用地结构优化调整，到2030年森林覆盖率达到24.7%”。', '24.7', 'figure', 'error'],
    ['a lost point', '王芳说：“全省新增普惠性幼儿园学位125万个”。', '125', 'figure', 'error'],
    ['an inversion', '李明指出：“良好生态环境是最普惠的福祉民生，必须像保护眼睛一样保护生态环境”。', '福祉民生', 'inversion', 'warning'],
    ['other words at the end', '文章写道：“我们将坚定不移走生态优先的道路。各地应当压实任务”。', '任务', 'wrong-character', 'warning'],
    ['other words at the beginning', '李明强调，要“协调山水林田湖草沙系统治理，推动能源、产业、交通、用地结构优化调整”。', '协调', 'wrong-character', 'warning'],
    ['a negation put before the other of two things', '文章写道：“建设家园是大家的事，而不是一家的事情”。', '是大家的事，而不', 'negation', 'error'],
    ['two things exchanged around a negation at the end', '文章写道：“环境执法的力度只能削弱，不能加强”。', '削弱，不能加强', 'negation', 'error'],
    ['three clauses in another order', '文章写道：“提高治理能力，创新治理方式，改善治理条件”。', '创新治理方式，改善治理条件', 'inversion', 'warning'],
    ['a list in another order', '李明强调：“推动产业、能源、交通、用地结构优化调整”。', '产业、能源', 'reordered', 'warning'],
    ['an item lost', '李明强调：“统筹山水林田湖草沙系统治理，推动能源、交通、用地结构优化调整”。', '、交', 'item-lost', 'warning'],
    ['a clause dropped', '李明指出：“良好生态环境是最普惠的民生福祉，绝不能以牺牲环境为代价换取一时的经济增长。”', '，绝', 'clause-dropped', 'warning'],
    ['a sentence dropped', '文章说：“我们将坚定不移走生态优先的道路。只有人人参与，才能建设美丽家园。”', '。只', 'joined', 'warning'],
    ['a wrong letter on both sides of ……', '李明指出：“良好生态环境是最普惠的民生福祉……绝不能以牺牲环保为代价换取一时的经济增长。”', '保', 'wrong-character', 'warning'],
    ['a wrong letter in a second paragraph', '文章写道：\n\n“第一段讲背景，长江保护修复取得明显成效。\n\n“第二段讲任务，黄河流域治理扔须努力。”\n', '扔', 'wrong-character', 'warning'],
  ];
  for (const [name, text, underlined, kind, severity] of wrong) {
    it(name, () => {
      const { quotations: [quotation, ...others], findings: [finding, ...further] } = check(text);
      assert.ok(quotation && finding);
      assert.deepEqual([others, further], [[], []]);
      assert.equal(quotation.verdict, 'differs');
      assert.deepEqual([text.slice(finding.start, finding.end), quotation.differences.map((d) => d.kind), finding.severity], [underlined, [kind], severity]);
    });

    it(`${name}: the fix gives the source's words and touches nothing else`, () => {
      const [finding] = check(text).findings;
      const [quotation] = check(text).quotations;
      assert.ok(finding && quotation);
      const mended = fixed(text, finding.fixes[0]);
      assert.deepEqual(verdicts(mended), ['verbatim']);
      assert.deepEqual(loud(mended), []);
      assert.equal(mended.slice(0, quotation.start), text.slice(0, quotation.start));
      assert.ok(mended.endsWith(text.slice(quotation.end)));
      assert.deepEqual(finding.edits, finding.fixes[0]?.edits);
    });
  }

  it('marks at the edge come back in pairs', () => {
    const text = '文章写道：“绿色发展的行动人人有责，久久为功”。';
    assert.equal(fixed(text, check(text).findings[0]?.fixes[0]), '文章写道：“‘绿色发展’的行动人人有责，久久为功”。');
  });

  it('percent signs of LaTeX are seen, and what a fix puts in begins no comment', () => {
    const text = '占比为15～30\\%。由15\\%提高到20\\%，提高5\\%。王芳说：“义务教育巩固率保持在98以上”。';
    const { findings } = check(text, 'latex');
    assert.deepEqual(findings.map((f) => [f.rule, text.slice(f.start, f.end)]), [['number.range', '15～30\\%'], ['number.points', '5\\%'], ['quote.differs', '8以']]);
    assert.equal(findings.reduceRight((done, f) => fixed(done, f.fixes[0]), text), '占比为15\\%～30\\%。由15\\%提高到20\\%，提高5个百分点。王芳说：“义务教育巩固率保持在98\\%以上”。');
  });

  it('a dropped clause can also be marked by ……, in place of the comma', () => {
    const text = '李明指出：“良好生态环境是最普惠的民生福祉，绝不能以牺牲环境为代价换取一时的经济增长。”';
    const mended = fixed(text, check(text).findings[0]?.fixes.find((f) => f.kind === 'ellipsis'));
    assert.match(mended, /福祉……绝不能/);
    assert.deepEqual(verdicts(mended), ['verbatim']);
  });

  it('without its marks a quotation is no quotation', () => {
    const text = `李明指出：“${words.slice(0, -1)}镜”。`;
    assert.equal(fixed(text, check(text).findings[0]?.fixes.find((f) => f.kind === 'paraphrase')), text.replace(/[“”]/g, ''));
  });

  it('restores in the script of the draft', () => {
    const text = '王芳说：“全省新增普惠性幼儿园学位12.5万个，义务教育保持在98%以上”。';
    assert.match(fixed(text, check(text).findings[0]?.fixes[0]), /义务教育巩固率保持/);
  });

  it('the pieces around …… must stand in their order', () => {
    const text = '李明指出：“绝不能以牺牲环境为代价换取一时的经济增长……良好生态环境是最普惠的民生福祉。”';
    assert.deepEqual(kinds(text), ['reordered']);
  });

  it('words of two documents are not one quotation', () => {
    const [finding] = loud('他说：“良好生态环境是最普惠的民生福祉，加快建设高质量教育体系。”');
    assert.equal(finding?.rule, 'quote.joined');
    assert.ok(!finding?.fixes.some((f) => f.kind === 'ellipsis'));
  });

  it('what …… leaves out is pointed out where it may turn the sense', () => {
    const findings = check('文章说：“我们将坚定不移走生态优先的道路……才能建设美丽家园。”').findings;
    assert.deepEqual(findings.map((f) => [f.rule, f.severity]), [['quote.ellipsis', 'information']]);
  });
});

describe('quotations that are not there', () => {
  it('words that the library does not hold are no error', () => {
    const text = '有专家指出：“数据要素是新时代的石油，也是新时代的水和电。”';
    assert.deepEqual(verdicts(text), ['not-in-library']);
    assert.deepEqual(check(text).findings, []);
  });

  it('terms in marks are not quotations', () => {
    assert.deepEqual(verdicts('要加大“蓝天碧水”力度，讲好“美丽家园”故事，形成“久久为功”的氛围。'), []);
  });

  it('code, comments and links are not read', () => {
    assert.deepEqual(verdicts(`\`\`\`\n李明指出：“${words}镜”\n\`\`\`\n<!-- 李明指出：“${words}镜” -->\n[见](x “${words}镜”)\n`), []);
    assert.deepEqual(verdicts(`% 李明指出：“${words}镜”\n\\begin{verbatim}\n李明指出：“${words}镜”\n\\end{verbatim}`, 'latex'), []);
  });

  it('an empty library, an empty draft, a mark that is never closed', () => {
    assert.deepEqual(checkerOf()(`李明指出：“${words}。”`).quotations.map((q) => q.verdict), ['not-in-library']);
    assert.deepEqual(check('').findings, []);
    assert.deepEqual(verdicts(`李明指出：“${words}。\n\n大会要求“持续打好污染防治攻坚战”。`), ['verbatim', 'verbatim']);
    assert.deepEqual(verdicts(`李明说：“今天的风很大，我们明天再来。\n\n大会要求“持续打好污染防治攻坚战”。`), ['verbatim']);
  });
});

describe('editions and damage', () => {
  it('what one edition has to the letter is right, whatever the others say', () => {
    const both = checkerOf(report, report.replace('最普惠的', '最普惠'));
    for (const text of ['李明指出：“良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境”。', '李明指出：“良好生态环境是最普惠民生福祉，必须像保护眼睛一样保护生态环境”。']) {
      assert.deepEqual(both(text).quotations.map((q) => q.verdict), ['verbatim']);
    }
  });
});

describe('long quotations', () => {
  const many = Array.from({ length: 60 }, (_, i) => `第${i + 1}条规定，各部门根据职责分工第${i * 7 + 3}项落实年度任务并按时报送情况。`);
  const long = checkerOf(many.join('\n'));

  it('are verbatim as a whole', () => {
    assert.deepEqual(long(`> ${many.join('\n> ')}\n`).quotations.map((q) => q.verdict), ['verbatim']);
  });

  it('are judged portion by portion where they differ', () => {
    const text = `> ${many.join('\n> ').replace('第150项落实', '第150项抓好').replace('第297项', '第298项')}\n`;
    const { quotations: [quotation] } = long(text);
    assert.equal(quotation?.verdict, 'differs');
    assert.deepEqual(quotation?.differences.map((d) => text.slice(d.start, d.end)), ['抓好', '298']);
  });
});
