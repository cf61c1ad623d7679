/** What a short formula in a sentence reads as: 12.5\\% is 12.5%, 10^6 is 10⁶. */

const SIGNS: Readonly<Record<string, string>> = {
  '%': '%', ',': '', ';': '', ' ': ' ', '!': '', _: '_', '#': '#', '&': '&', $: '$', pm: '±', times: '×', cdot: '·', div: '÷', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', approx: '≈',
  sim: '～', to: '→', rightarrow: '→', circ: '°', permil: '‰', textperthousand: '‰', infty: '∞', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', Delta: 'Δ', lambda: 'λ', mu: 'μ', sigma: 'σ', Sigma: 'Σ', sum: '∑',
  ldots: '…', dots: '…', cdots: '…', quad: ' ', left: '', right: '', text: '', mathrm: '', mathbf: '', textbf: '', rm: '', bm: '', mbox: '',
};
const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻' };

/** The words of a formula, never longer than it; as it is written where it holds what no line of text can show. */
export function mathWords(math: string): string {
  const words = math
    .replace(/\\([A-Za-z]+)\s?|\\(.)/gu, (whole, name: string | undefined, sign: string | undefined) => SIGNS[name ?? sign ?? ''] ?? whole)
    .replace(/\^\{?°\}?/gu, '°')
    .replace(/\^(?:\{([-+\d]{1,4})\}|(\d))/gu, (_, several: string | undefined, one: string | undefined) => [...(several ?? one ?? '')].map((c) => RAISED[c]).join(''))
    .replace(/~/gu, ' ');
  return words.includes('\\') ? math : words.replace(/[{}]/gu, '').replace(/\s+/gu, ' ').trim();
}
