import assert from 'node:assert/strict';
import { acceptRow, keysOf } from '../../../../src/core/check/accepted/match';
import { lineOf, parseRows, withRows, type AcceptedRow, type AcceptedScope } from '../../../../src/core/check/accepted/row';
import { checkContext, checkDraft } from '../../../../src/core/check/check';
import { buildLibrary } from '../../../../src/core/library/buildLibrary';
import { report } from '../checked';

const contextOf = (text: string) => checkContext(buildLibrary([{ file: 'a.txt', text, catalogue: { title: '报告' } }], { name: 'none', cut: (words) => [words] }));
const context = contextOf(report);
const stated = { reason: '讲话时即如此', author: '王编辑', date: '2026-11-26' };
const WRONG = '李明指出：“良好生态环境是最普惠的民生福利，必须像保护眼睛一样保护生态环境”。';
const HEDGE = '约30万人左右参加。';

const check = (text: string, rows: readonly AcceptedRow[] = [], used = context, file = '稿.md') =>
  checkDraft(used, { text, language: 'markdown' }, { locale: 'zh-cn', accepted: { file, rows } });

function rowFor(text: string, scope: AcceptedScope, file = '稿.md'): AcceptedRow {
  const { findings: [finding], quotations } = check(text);
  assert.ok(finding);
  return acceptRow(finding, keysOf(text, quotations)(finding), scope, file, stated);
}
const brief = ({ findings, accepted, stale }: ReturnType<typeof check>) => ({ findings: findings.map(({ rule }) => rule), accepted: accepted.map(({ reason }) => reason), stale: stale.map(({ why }) => why) });

describe('accepted exceptions', () => {
  for (const [name, text, rule] of [['a quotation', WRONG, 'quote.differs'], ['a wording', HEDGE, 'number.hedge']] as const) {
    it(`takes ${name} out of the findings, with its reason`, () => {
      assert.deepEqual(brief(check(text)), { findings: [rule], accepted: [], stale: [] });
      assert.deepEqual(brief(check(text, [rowFor(text, 'here')])), { findings: [], accepted: [stated.reason], stale: [] });
    });

    it(`keeps ${name} accepted when text around it changes, or the paragraph is moved`, () => {
      const moved = `# 题\n\n前面加了一段。\n\n${text}后面又加一句。\n`;
      assert.deepEqual(brief(check(moved, [rowFor(text, 'here')])), { findings: [], accepted: [stated.reason], stale: [] });
    });
  }

  it('expires when the draft\'s words change', () => {
    const row = rowFor(WRONG, 'here');
    assert.deepEqual(brief(check(WRONG.replace('必须像', '必须要像'), [row])).stale, ['draft-changed']);
    assert.ok(brief(check(WRONG.replace('必须像', '必须要像'), [row])).findings.length > 0);
    assert.deepEqual(brief(check('全部重写。', [row])), { findings: [], accepted: [], stale: ['draft-changed'] });
  });

  it('expires when the source\'s words change', () => {
    const corrected = contextOf(report.replace('一样保护生态环境', '一样守护生态环境'));
    const row = rowFor(WRONG, 'here');
    const { findings, stale } = brief(check(WRONG, [row], corrected));
    assert.ok(findings.includes('quote.differs'));
    assert.deepEqual(stale, ['source-changed']);
  });

  it('holds for this draft only, but a wording for every draft', () => {
    assert.deepEqual(brief(check(HEDGE, [rowFor(HEDGE, 'here')], context, '另一稿.md')).findings, ['number.hedge']);
    assert.deepEqual(brief(check(`另一处：${HEDGE}`, [rowFor(HEDGE, 'wording')], context, '另一稿.md')).findings, []);
    assert.deepEqual(brief(check('约50万人左右参加。', [rowFor(HEDGE, 'wording')])).findings, ['number.hedge']);
  });

  it('can be a rule in a whole draft, which never goes stale', () => {
    const row = rowFor(HEDGE, 'file');
    assert.deepEqual(brief(check(`${HEDGE}\n\n近200余人。`, [row])).findings, []);
    assert.deepEqual(brief(check('无事。', [row])), { findings: [], accepted: [], stale: [] });
  });
});

describe('the file of accepted exceptions', () => {
  const row = rowFor(WRONG, 'here'), other = rowFor(HEDGE, 'wording');
  it('is lines of JSON, sorted, read back as they were written', () => {
    const text = withRows('', [other, row]);
    assert.deepEqual(text.trim().split('\n'), [lineOf(row), lineOf(other)].sort());
    assert.deepEqual(parseRows(text).rows.map(({ id }) => id).sort(), [row.id, other.id].sort());
    assert.equal(withRows(text, [row]), text, 'once only');
  });
  it('holds both edits of a merge, in whatever order they came', () => {
    assert.equal(withRows(withRows('', [row]), [other]), withRows(withRows('', [other]), [row]));
  });
  it('gives a row up, and takes a new reason for an old one', () => {
    assert.equal(withRows(withRows('', [row]), [], new Set([row.id])), '');
    const again = withRows(withRows('', [row]), [{ ...row, reason: '另有依据' }]);
    assert.deepEqual(parseRows(again).rows.map(({ reason }) => reason), ['另有依据']);
  });
  it('tells what is no row and leaves it where it is', () => {
    const text = `<<<<<<< HEAD\n${lineOf(row)}\n{"rule":1}\nnonsense\n`;
    assert.deepEqual(parseRows(text).problems, [{ line: 1, message: 'an unresolved merge' }, { line: 3, message: 'not a row of accepted findings' }, { line: 4, message: 'not a row of accepted findings' }]);
    assert.ok(withRows(text, [other]).includes('nonsense'));
  });
});

describe('comments that silence', () => {
  const silenced = (text: string, language: 'markdown' | 'latex' | 'plaintext' = 'markdown') =>
    checkDraft(context, { text, language }, { locale: 'zh-cn' }).findings.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);
  const cases: readonly (readonly [name: string, text: string, left: readonly string[], language?: 'latex' | 'plaintext'])[] = [
    ['from here to there', `<!-- yinju-disable -->\n\n${HEDGE}\n\n<!-- yinju-enable -->\n\n近200余人。`, ['number.hedge 近200余']],
    ['to the end', `${HEDGE}\n\n<!-- yinju-disable number.hedge -->\n\n近200余人。`, ['number.hedge 约30万人左右']],
    ['a rule only', `<!-- yinju-disable number.range -->\n\n占15～30%，约30万人左右。`, ['number.hedge 约30万人左右']],
    ['a group of rules', `<!-- yinju-disable number -->\n\n占15～30%，约30万人左右。`, []],
    ['the next line, over a blank one', `<!-- yinju-disable-next-line -->\n\n${HEDGE}\n\n近200余人。`, ['number.hedge 近200余']],
    ['its own line', `${HEDGE} <!-- yinju-disable-line number.hedge -- 委托方的写法 -->\n\n近200余人。`, ['number.hedge 近200余']],
    ['the whole file', `${HEDGE}\n\n<!-- yinju-disable-file number.hedge -->\n\n近200余人。`, []],
    ['in LaTeX', `% yinju-disable-next-line\n${HEDGE}\n\n近200余人。`, ['number.hedge 近200余'], 'latex'],
    ['not in plain text, which has no comments', `<!-- yinju-disable -->\n${HEDGE}`, ['number.hedge 约30万人左右'], 'plaintext'],
  ];
  for (const [name, text, left, language] of cases) it(name, () => assert.deepEqual(silenced(text, language), left));

  it('are told with their reason', () => {
    const { accepted } = check(`${HEDGE} <!-- yinju-disable-line number.hedge -- 委托方的写法 -->`);
    assert.deepEqual(accepted.map(({ by, reason }) => [by, reason]), [['comment', '委托方的写法']]);
  });
});
