/** What stands around quoted words, between their pieces and in their brackets; editions against each other. */
import assert from 'node:assert/strict';
import { checkContext, checkDraft } from '../../../src/core/check/check';
import { buildLibrary } from '../../../src/core/library/buildLibrary';
import { check as checkReport, checkerOf, fixed } from './checked';

const village = [
  '乡村建设座谈会记录',
  '建设美丽乡村并不意味着把每个村庄都改造成一个模样，也不意味着一切推倒重来。我们要防止盲目照搬城市小区的建设办法。',
  '有人以为只要房子新了村子就美了，这种看法是片面的。村民们将用三年时间修好每一条通往田间的道路，“清水绿岸”工程也要同步推进，资金、技术、人才都要到位。',
  '老人们讲，树要一棵一棵地栽，路要一段一段地修。没有耐心就没有成果。桥要一座一座地架。河要一条一条地治，急不得也等不得。',
  'Rural renewal does not mean that every village must look the same. The village will never give up its old trees and wells.',
].join('\n');
const check = checkerOf(village);
const of = (text: string) => {
  const { quotations, findings } = check(text);
  return [quotations.map((q) => q.verdict).join(), ...findings.map((f) => `${f.severity} ${f.rule} ${text.slice(f.start, f.end)}`)];
};

describe('the marks of a quotation', () => {
  const cases: [string, string, string[]][] = [
    ['a stop for a pause', '他说：“树要一棵一棵地栽。路要一段一段地修”。', ['differs', 'warning quote.differs 。']],
    ['a comma in a list', '他说：“资金、技术，人才都要到位”。', ['differs', 'warning quote.differs ，']],
    ['a semicolon for a pause', '他说：“树要一棵一棵地栽；路要一段一段地修”。', ['differs', 'warning quote.differs ；']],
    ['lost marks around a name', '他说：“修好每一条通往田间的道路，清水绿岸工程也要同步推进”。', ['differs', 'warning quote.differs ，', 'warning quote.differs 岸工']],
    ['single marks for double ones are lawful', '他说：“修好每一条通往田间的道路，‘清水绿岸’工程也要同步推进”。', ['form-only']],
    ['its own mark at the end is lawful', '他说：“树要一棵一棵地栽。”', ['verbatim']],
    ['no mark where a line ends in the source', '记录写道：“乡村建设座谈会记录。建设美丽乡村”。', ['form-only', 'hint quote.form 。']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(of(text), expected));

  it('are restored', () => {
    for (const [, text] of cases.slice(0, 4)) {
      const mended = fixed(text, check(text).findings[0]?.fixes[0]);
      assert.match(of(mended).join(), /^(verbatim|form-only)$/, mended);
    }
  });
});

describe('a quotation cut at its edge', () => {
  const cases: [string, string, string[]][] = [
    ['behind a denial', '他说：“把每个村庄都改造成一个模样”。', ['differs', 'warning quote.edge 把']],
    ['behind what must not be', '他说：“盲目照搬城市小区的建设办法”。', ['differs', 'warning quote.edge 盲']],
    ['before its rejection', '他说：“只要房子新了村子就美了”。', ['differs', 'warning quote.edge 了']],
    ['in English', 'He said: “every village must look the same”.', ['differs', 'warning quote.edge e']],
    ['the denial stands before the marks', '他说，不是要“把每个村庄都改造成一个模样”。', ['verbatim']],
    ['the warning stands before the marks', '他提醒，要防止“盲目照搬城市小区的建设办法”。', ['verbatim']],
    ['the rejection stands behind the marks', '他说，“只要房子新了村子就美了”的看法是片面的。', ['verbatim']],
    ['where nothing turns', '他说：“用三年时间修好每一条通往田间的道路”。', ['verbatim']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(of(text), expected));

  it('gets back what was cut off', () => {
    const text = '他说：“把每个村庄都改造成一个模样”。';
    const mended = fixed(text, check(text).findings[0]?.fixes[0]);
    assert.equal(mended, '他说：“并不意味着把每个村庄都改造成一个模样”。');
    assert.deepEqual(of(mended), ['verbatim']);
  });
});

describe('foreign words', () => {
  it('are shown and restored whole, one edit for each', () => {
    const text = 'He said: “Rurel renewel does not mean that every vilage must look the same”.';
    const edits = check(text).findings[0]?.edits ?? [];
    assert.deepEqual(edits.map((e) => [text.slice(e.start, e.end), e.newText]), [['Rurel', 'Rural'], ['renewel', 'renewal'], ['vilage', 'village']]);
  });

  it('never overlap, however many letters of them differ', () => {
    for (const text of ['He said: “Rural benewol does not mean that overy vollige must look the same”.', 'He said: “The village will never gave up its ald troos and walls”.', 'He said: “The village willneverup its old trees and wells”.', 'He said: “The village will nevar giv ub its old trees and wells”.']) {
      const [finding] = check(text).findings.filter((f) => f.rule === 'quote.differs');
      const edits = [...(finding?.edits ?? [])].sort((a, b) => a.start - b.start);
      edits.forEach((e, i) => assert.ok(i === 0 || (edits[i - 1]?.end ?? 0) <= e.start, text));
      if (edits.length > 0) assert.match(of(fixed(text, { kind: 'restore', edits, preferred: true }))[0] as string, /verbatim|form-only/, text);
    }
  });
});

describe('the subject before the marks', () => {
  const cases: [string, string, string[]][] = [
    ['the same', '他强调，村民们“将用三年时间修好每一条通往田间的道路”。', ['verbatim']],
    ['another', '他强调，干部们“将用三年时间修好每一条通往田间的道路”。', ['verbatim', 'hint quote.subject 干部们']],
    ['none', '他强调，要“用三年时间修好每一条通往田间的道路”。', ['verbatim']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(of(text), expected));
});

describe("the writer's words in brackets", () => {
  const cases: [string, string, string[]][] = [
    ['in round ones a hint', '他说：“树要一棵一棵地栽，路（指村道）要一段一段地修”。', ['verbatim', 'hint quote.gloss （指村道）']],
    ['in square ones lawful', '他说：“树要一棵一棵地栽，[村里的]路要一段一段地修”。', ['verbatim']],
    ['declared lawful', '他说：“树要一棵一棵地栽，路（指村道——引者注）要一段一段地修”。', ['verbatim']],
    ['beside a wrong letter', '他说：“树要一颗一颗地栽，[村里的]路要一段一段地修”。', ['differs', 'warning quote.differs 颗', 'warning quote.differs 颗']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(of(text), expected));

  it('are declared by the fix', () => {
    const text = cases[0]?.[1] as string;
    assert.deepEqual(of(fixed(text, check(text).findings[0]?.fixes[0])), ['verbatim']);
  });
});

describe('a shortened quotation', () => {
  const cases: [string, string, string[]][] = [
    ['is right', '他说：“树要一棵一棵地栽……路要一段一段地修”。', ['verbatim']],
    ['with every kind of points', '他说：“树要一棵一棵地栽，⋯⋯河要一条一条地治”。', ['verbatim', 'information quote.ellipsis ，⋯']],
    ['that leaves out a denial', '他说：“路要一段一段地修……桥要一座一座地架”。', ['verbatim', 'information quote.ellipsis 修…']],
    ['turned round', '他说：“河要一条一条地治……树要一棵一棵地栽”。', ['differs', 'warning quote.differs …树']],
    ['with a wrong letter', '他说：“树要一颗一棵地栽……河要一条一条地治”。', ['differs', 'warning quote.differs 颗']],
    ['with a wrong mark', '他说：“树要一棵一棵地栽。路要一段一段地修……河要一条一条地治”。', ['differs', 'warning quote.differs 。', 'information quote.ellipsis 修…']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(of(text), expected));

  it('of two documents is none', () => {
    const both = checkerOf(village, '渔港建设要求\n码头要一米一米地筑，船要一艘一艘地修。\n');
    const { findings } = both('他说：“树要一棵一棵地栽……船要一艘一艘地修”。');
    assert.deepEqual(findings.map((f) => f.rule), ['quote.joined']);
  });

  it('over a far distance is hardly one', () => {
    const filler = Array.from({ length: 40 }, (_, i) => `第${i}组的同志介绍了${i}号地块的水稻长势和病虫害防治情况。`).join('');
    const long = checkerOf(`会议记录\n开场时主持人宣布了今天的三项议程。${filler}散会前大家一起收拾了会场的桌椅。\n`);
    assert.deepEqual(long('他说：“主持人宣布了今天的三项议程……大家一起收拾了会场的桌椅”。').findings.map((f) => `${f.severity} ${f.rule}`), ['warning quote.ellipsis']);
  });
});

describe('editions', () => {
  const tokenizer = { name: 'none', cut: (text: string) => [text] };
  const poor = village.replace('一棵一棵地栽', '一棵一棵的栽');
  const ranked = (texts: readonly (readonly [string, number])[]) => {
    const context = checkContext(buildLibrary(texts.map(([text, rank], i) => ({ file: `${i}.txt`, text, catalogue: { title: `文件${i}`, rank } })), tokenizer));
    return (text: string) => {
      const { quotations, findings } = checkDraft(context, { text, language: 'markdown' }, { locale: 'zh-cn' });
      return [quotations.map((q) => q.verdict).join(), ...findings.map((f) => `${f.severity} ${f.rule}`)];
    };
  };
  const right = '他说：“树要一棵一棵地栽，路要一段一段地修”。', other = right.replace('地栽', '的栽');

  it('what any edition has is right; a better one that differs is named', () => {
    const both = ranked([[village, 5], [poor, 1]]);
    assert.deepEqual(both(right), ['verbatim']);
    assert.deepEqual(both(other), ['verbatim', 'hint quote.edition']);
  });
  it('the order of reading changes nothing', () => {
    const both = ranked([[poor, 1], [village, 5]]);
    assert.deepEqual([both(right), both(other)], [['verbatim'], ['verbatim', 'hint quote.edition']]);
  });
  it('a damaged edition does not win over a sound one', () => {
    const broken = village.replace('路要一段一段地修', '路要一段\ufffd\ufffd地修');
    const text = '他说：“树要一棵一棵地栽，路要一段地修”。';
    assert.equal(ranked([[broken, 5]])(text)[0], 'form-only');
    assert.equal(ranked([[broken, 5], [village, 1]])(text)[0], 'differs');
  });
});

describe('names in marks', () => {
  it('are no quotations, however long', () => {
    for (const text of ['会议提出“绿水青山守护者培育提升”行动。', '深入实施“乡村绿化美化提质增效”工程，', '他提出“统筹山水林田湖草沙系统整治”的理念。']) {
      assert.deepEqual(checkReport(text).findings, [], text);
    }
  });
});
