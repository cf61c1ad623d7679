// The licences of what the bundles contain: their terms ask that they go along.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Packages that go along although no bundle holds them. */
const BESIDE = ['nodejieba'];

/** Writes the licence texts of every package named in esbuild's metafiles into one file. */
export function writeLicences(file, metafiles) {
  const packages = new Set(BESIDE.filter((name) => existsSync(path.join('node_modules', name))));
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name) packages.add(name);
  }
  writeFileSync(file, [...packages].sort().map(licenceOf).join('\n'));
}

function licenceOf(name) {
  const folder = path.join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice)/i.test(entry.name))
    .map((entry) => readFileSync(path.join(folder, entry.name), 'utf8').trim()).join('\n\n');
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
