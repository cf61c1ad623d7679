/**
 * Words: the only importer of nodejieba. A missing dictionary makes nodejieba abort its process, so every path is looked at
 * before it is loaded, and it is loaded in the engine process only. Without its binary the same dictionary in WebAssembly
 * (jieba-wasm) takes its place, and without that the segmenter built into Node.
 */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import type { Tokenizer } from '../core/service';

export type Segmenter = 'nodejieba' | 'jieba-wasm' | 'intl';

export interface SegmenterChoice {
  readonly tokenizer: Tokenizer;
  readonly segmenter: Segmenter;
  /** One line for the log: which segmenter, and why not a better one. */
  readonly note: string;
}

interface Nodejieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  load(paths: { dict: string; hmmDict: string; userDict: string; idfDict: string; stopWordDict: string }): boolean;
  cut(text: string, withHmm?: boolean): string[];
}

interface JiebaWasm { cut(text: string, withHmm?: boolean): string[] }

/**
 * A dictionary cut to the commonest words, made by the build beside the bundle, takes a fifth of the memory of the whole
 * one (performance: 60,000 words 47 MB, all 349,000 words 243 MB). Weights for keyword extraction are not used.
 */
function cutDictionary(name: string): string | null {
  const file = path.join(__dirname, 'dict', name);
  return existsSync(file) ? file : null;
}

/** Words that do not give back the text they were cut from (broken surrogates) would shift every offset behind them. */
function faithful(name: string, cut: (text: string) => string[], otherwise: () => Tokenizer): Tokenizer {
  return {
    name,
    cut(text) {
      const words = cut(text);
      return words.join('') === text ? words : otherwise().cut(text);
    },
  };
}

function intlTokenizer(): Tokenizer {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return { name: 'intl', cut: (text) => Array.from(segmenter.segment(text), (part) => part.segment) };
}

// Both packages are required where they are used, not imported: neither is loaded before a word is cut, and either may be missing.
function loadNodejieba(directory: string | null): Tokenizer {
  const nodejieba = require('nodejieba') as Nodejieba;
  const given = (name: string) => (directory === null ? null : path.join(directory, name));
  const paths = {
    dict: given('jieba.dict.utf8') ?? cutDictionary('jieba.dict.utf8') ?? nodejieba.DEFAULT_DICT,
    hmmDict: given('hmm_model.utf8') ?? nodejieba.DEFAULT_HMM_DICT,
    userDict: given('user.dict.utf8') ?? nodejieba.DEFAULT_USER_DICT,
    idfDict: given('idf.utf8') ?? cutDictionary('idf.utf8') ?? nodejieba.DEFAULT_IDF_DICT,
    stopWordDict: given('stop_words.utf8') ?? nodejieba.DEFAULT_STOP_WORD_DICT,
  };
  // Refused before nodejieba sees it: with a missing dictionary it aborts the process.
  const missing = Object.values(paths).find((file) => !existsSync(file));
  if (missing) throw new Error(`its dictionary ${path.basename(missing)} is missing`);
  nodejieba.load(paths);
  // The first cut proves that the binary works in this process.
  if (nodejieba.cut('国际科技合作').length === 0) throw new Error('it cuts nothing');
  return faithful('nodejieba', (text) => nodejieba.cut(text), intlTokenizer);
}

function loadWasm(): Tokenizer {
  const wasm = require('jieba-wasm') as JiebaWasm;
  wasm.cut('国际科技合作', true);
  return faithful('jieba-wasm', (text) => wasm.cut(text, true), intlTokenizer);
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/**
 * The best segmenter that works here, from `preferred` downwards. `dictionaries` is a folder of nodejieba's five
 * dictionary files; null takes those that come with the product.
 */
export function loadSegmenter(preferred: Segmenter = 'nodejieba', dictionaries: string | null = null): SegmenterChoice {
  const reasons: string[] = [];
  if (preferred === 'nodejieba') {
    try {
      return { tokenizer: loadNodejieba(dictionaries), segmenter: 'nodejieba', note: 'words are cut by nodejieba' };
    } catch (error) {
      reasons.push(`nodejieba does not load: ${firstLine(error)}`);
    }
  }
  if (preferred !== 'intl') {
    try {
      return { tokenizer: loadWasm(), segmenter: 'jieba-wasm', note: ['words are cut by jieba-wasm', ...reasons].join('; ') };
    } catch (error) {
      reasons.push(`jieba-wasm does not load: ${firstLine(error)}`);
    }
  }
  return { tokenizer: intlTokenizer(), segmenter: 'intl', note: ['words are cut by Intl.Segmenter', ...reasons].join('; ') };
}

/** A tokenizer that loads at its first use: most requests never need one. `told` hears once which segmenter it became. */
export function lazyTokenizer(load: () => SegmenterChoice, told: (choice: SegmenterChoice) => void): Tokenizer {
  let choice: SegmenterChoice | null = null;
  return {
    name: 'lazy',
    cut(text) {
      if (!choice) { choice = load(); told(choice); }
      return choice.tokenizer.cut(text);
    },
  };
}
