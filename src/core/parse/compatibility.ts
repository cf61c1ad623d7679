/** Characters that look like ordinary ones and are others: radicals, compatibility forms, ligatures, as PDFs and old fonts leave them. */

/** Radicals that have no mapping to the ordinary character in Unicode. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries([...'⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'].reduce<[string, string][]>((pairs, c, i, all) => (i % 2 === 0 ? [...pairs, [c, all[i + 1] as string]] : pairs), []));

const FORMS = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/u;

/** Whether a text has any such character; most have none. */
export function hasForms(text: string): boolean {
  return FORMS.test(text);
}

/** The ordinary characters for one such character; itself where it has none. A ligature gives several. */
export function ordinaryForm(character: string): string {
  if (!FORMS.test(character)) return character;
  return RADICALS[character] ?? character.normalize('NFKC');
}

/** A whole text in ordinary characters. */
export function ordinary(text: string): string {
  return hasForms(text) ? text.replace(/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/gu, ordinaryForm) : text;
}
