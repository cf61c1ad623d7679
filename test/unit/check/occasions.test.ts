/** When two names can be those of one occasion, and what a draft says of words that were said again and again. */
import assert from 'node:assert/strict';
import { occasionsAgree } from '../../../src/core/check/quotation/occasions';
import { checkerOf } from './checked';

describe('names of an occasion', () => {
  const same: [string, string][] = [
    ['党的二十大报告', '中国共产党第二十次全国代表大会'], ['党的二十大开幕会', '中国共产党第二十次全国代表大会'], ['黨的二十大', '中国共产党第二十次全国代表大会'],
    ['第75届联大一般性辩论', '第七十五届联合国大会一般性辩论'], ['联大讲话', '第七十五届联合国大会一般性辩论'],
    ['建党百年庆祝大会', '庆祝中国共产党成立100周年大会'], ['新中国成立70周年庆祝大会', '庆祝中华人民共和国成立七十周年大会'],
    ['同北大师生座谈', '北京大学师生座谈会'], ['中央政治局集体学习', '十八届中央政治局第十二次集体学习'], ['省委九届四次全会', '第九届省委第四次全体会议'],
    ['地方考察调研', '全省水利工作会议'], ['讲话', '全省水利工作会议'], ['水利会议', '全省水利工作会议'],
  ];
  const other: [string, string][] = [
    ['党的十九大报告', '中国共产党第二十次全国代表大会'], ['第七十六届联合国大会一般性辩论', '第七十五届联合国大会一般性辩论'],
    ['庆祝中国共产党成立95周年大会', '庆祝中国共产党成立100周年大会'], ['东河县考察', '全省水利工作会议'], ['全省教育大会', '全省水利工作会议'],
  ];
  for (const [a, b] of same) it(`${a} can be ${b}`, () => assert.ok(occasionsAgree(a, b) && occasionsAgree(b, a)));
  for (const [a, b] of other) it(`${a} is not ${b}`, () => assert.ok(!occasionsAgree(a, b) && !occasionsAgree(b, a)));
});

describe('an attribution', () => {
  const check = checkerOf('水利要闻\n\n2021年3月5日，王建国在全省水利工作会议上指出：“护住水源就是护住根本，各地要围绕取水、用水、排水摸清家底。”\n2019年5月6日，王建国在西河大学回答学生提问时指出：“管水先要管住自己的手，不能有一点侥幸的念头。”');
  const of = (text: string) => check(text).findings.filter((f) => f.rule === 'quote.attribution').length;
  const words = '“护住水源就是护住根本，各地要围绕取水、用水、排水摸清家底。”';
  it('of words that were said again and again has no one occasion', () => {
    for (const lead of ['王建国在基层调研期间多次强调：', '2022年以来，王建国在不同场合反复强调：', '王建国在东河县考察时，每到一处都强调：']) assert.equal(of(`${lead}${words}`), 0, lead);
  });
  it('names the place alone', () => assert.equal(of('2019年，王建国在西河大学说：“管水先要管住自己的手，不能有一点侥幸的念头。”'), 0));
  it('of another occasion is pointed out', () => {
    for (const lead of ['王建国在东河县考察时强调：', '王建国在全省教育大会上强调：', '2020年3月，王建国强调：']) assert.equal(of(`${lead}${words}`), 1, lead);
  });
});
