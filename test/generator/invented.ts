/** A small library of invented documents for the generator: speech, news, decision, Traditional page, English report, a poor copy. */
import type { SourceFile } from '../../src/core/service';
import { mirrorOf } from './editions';
import { randomOf } from './random';

const speech = [
  '在全省水利工作会议上的讲话',
  '同志们，水是命脉，也是镜子，照得见一个地方的作风。过去五年，我们新建水库37座，加固堤防1260公里，解决了210万农村居民的饮水困难。这些成绩来之不易，是干部群众一锹一镐干出来的。',
  '抓好水利工作，必须坚持节水优先、空间均衡、系统治理、两手发力，不能头痛医头、脚痛医脚。要统筹好上游和下游、左岸和右岸、地上和地下，决不能以牺牲下游群众的利益换取上游一时的方便。',
  '要深入实施“清渠引水”行动计划，加快推进大中型灌区续建配套，积极推广管灌、喷灌、微灌，全面提高农业用水效率。各地应当把责任落实到渠、到段、到人，不得层层转嫁任务，也不得以会议代替落实。',
  '水利建设并不意味着工程越大越好，更不意味着投资越多越好。我们要防止盲目铺摊子，避免把有限的资金撒成胡椒面。只有让群众真正喝上放心水、用上及时水，工程才算修到了老百姓的心坎上。',
  '各级水利部门要主动作为、密切配合，既要算好当前的账，也要算好长远的账，形成上下联动、左右协同、全民参与的治水格局。我们有信心、有能力、有办法把这件利民的大事办好，让江河安澜、城乡有水、百姓无忧。',
].join('\n');

const news = [
  '全省教育工作会议召开',
  '2022年5月，王芳在全省教育工作会议上强调：“教育是立省之本，要把更多的心思、更多的资源、更多的耐心放在孩子身上。”王芳指出，要“加快补齐乡村学校的短板，推动优质师资向薄弱学校流动，到2025年基本消除大班额”。',
  '李明2021年9月在教师节座谈会上指出：“教师不是蜡烛，而是火炬，照亮别人的同时也应当照亮自己的前程。”会议要求“坚决减轻教师的非教学负担，让老师静下心来教书、潜下心来育人”。',
  '全省新增普惠性幼儿园学位12.5万个，义务教育巩固率保持在98.3%以上，高中阶段毛入学率比2015年提高6.2个百分点。会议认为，办好人民满意的教育没有捷径，需要一所学校一所学校地办、一个孩子一个孩子地教。',
  '与会同志表示，将把会议精神带回去、落下去，重点做好控辍保学、营养改善、体育锻炼、心理健康四件实事。学校、家庭、社会要共同努力，为孩子们创造一个安全、温暖、向上的成长环境。',
].join('\n');

const decision = [
  '关于加强古树名木保护的决定',
  '古树名木是不可再生的自然遗产，任何单位和个人不得擅自移植、采伐、损毁。县级以上人民政府应当建立古树名木档案，实行一树一档、一树一策、一树一人的管护制度。',
  '鼓励社会力量以捐资、认养、志愿服务等方式参与保护，有关部门可以对表现突出的给予表彰。修建道路、水库、村镇，应当避让古树名木；确实无法避让的，必须组织三名以上专家论证，并向社会公示不少于15日。',
  '各地要严格落实属地责任，加大日常巡查、病虫害防治、应急抢救的经费保障，确保有人管、有钱护、有法依。违反本决定造成古树死亡的，依法追究责任，并处五万元以上二十万元以下罚款。',
].join('\n');

const traditional = [
  '海港城市的更新之路',
  '舊城更新不是推倒重來,而是讓老街巷長出新生活。我們要保留騎樓、祠堂、碼頭這些看得見的記憶,也要修好下水道、電梯、消防栓這些看不見的設施。',
  '過去三年,全市改造老舊小區286個,惠及居民19萬戶,新增停車位4300個;居民滿意度由71%提高到93%。這說明,只要把群眾請進來、把方案擺出來、把賬目亮出來,難事也能辦成好事。',
  '更新工作必須堅持留、改、拆並舉,以保留提升為主,嚴格控制大規模拆除、大規模增建、大規模搬遷,不能隨意砍伐老樹,不能破壞傳統風貌。',
].join('\n');

const english = [
  'Rural Clinics in the Valley',
  'The valley must not wait for another winter before its clinics are repaired, because every closed door costs a family a day on the road. We will train 240 nurses, reopen 18 clinics and publish the waiting times of each of them every month.',
  'Good care does not mean that every village needs a hospital. It means that a nurse should arrive within one hour, that medicines are never out of stock, and that nobody has to choose between seed and treatment.',
].join('\n');

export function inventedFiles(): SourceFile[] {
  const speechFile: SourceFile = { file: 'speech.txt', text: speech, catalogue: { title: '在全省水利工作会议上的讲话', kind: 'speech', speaker: '周正', occasion: '全省水利工作会议', date: '2023-03-12', rank: 4 } };
  return [
    speechFile,
    { file: 'news.txt', text: news, catalogue: { title: '全省教育工作会议召开', rank: 3 } },
    { file: 'decision.txt', text: decision, catalogue: { title: '关于加强古树名木保护的决定', rank: 5 } },
    { file: 'traditional.txt', text: traditional, catalogue: { title: '海港城市的更新之路', rank: 2 } },
    { file: 'english.txt', text: english, catalogue: { title: 'Rural Clinics in the Valley', rank: 2 } },
    mirrorOf(speechFile, randomOf(1)),
  ];
}
