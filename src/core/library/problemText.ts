/** What is wrong with a source, in the reader's language. Readers state problems in English with a stable code; a code that has no words here stays English. */
import type { Locale } from '../features/types';

const CHINESE: Readonly<Record<string, string>> = {
  empty: '该文档没有文字。',
  'no-title': '文中没有写明标题。',
  'no-date': '文中没有写明日期。',
  'pinyin-notes': '已去除文中 {n} 处拼音注音。',
  'page-breaks': '{n} 个段落曾被分页或分栏截断，已接上。',
  'damaged-text': '此处文字在转换中丢失。',
  'text-lost': '该段中断，其后文字已丢失。',
  'front-matter': '文首元数据无法读取。',
  'catalogue-field': '著录文件中字段“{name}”类型不对，未采用。',
  'catalogue-encoding': '著录文件写明的编码“{name}”无法识别，已按文本自行判断。',
  unreadable: '该文件无法读取。',
  'unsupported-format': '暂不支持这种格式，请另存为 DOCX、PDF 或文本。',
  'too-large': '该文件过大或展开后过大，未读取。',
  'too-slow': '读取该文件超过 {n} 秒，已放弃。',
  'cut-short': '该文件过长，只读取了前一部分。',
  encrypted: '该文件有密码保护，无法读取。',
  damaged: '该文件已损坏，或不是其扩展名所示的格式，无法读取。',
  'pages-damaged': '有 {n} 页已损坏，未读取。',
  'no-text-layer': '该文件各页都是图像，没有文字（扫描件），需先做文字识别。',
  binary: '该文件不是文本。',
  'replaced-bytes': '{n} 处不是有效文字，显示为 \ufffd。',
};

/** `message` is the problem's own English text; its number and its quoted name go into the Chinese one. */
export function problemText({ code, message }: { readonly code: string; readonly message: string }, locale: Locale): string {
  if (locale === 'en') return message;
  const words = CHINESE[code];
  return words ? words.replace('{n}', /\d+/u.exec(message)?.[0] ?? '').replace('{name}', /“(.*?)”/u.exec(message)?.[1] ?? '') : message;
}
