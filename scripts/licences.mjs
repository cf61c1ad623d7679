// The licences of what the bundles contain: their terms ask that they go along.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Packages that go along although no bundle holds them. */
const BESIDE = ['nodejieba'];

/** Writes the licence texts of every package named in esbuild's metafiles into one file. */
export function writeLicences(file, metafiles) {
  const packages = new Set(BESIDE.map((name) => `node_modules/${name}`).filter((folder) => existsSync(folder)));
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    // A package may bring its own version of another below itself.
    const folder = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
    if (folder) packages.add(folder);
  }
  writeFileSync(file, [...new Set([...packages].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).map(licenceOf))].join('\n'));
}

const nameOf = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

function licenceOf(folder) {
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice)/i.test(entry.name))
    .map((entry) => readFileSync(path.join(folder, entry.name), 'utf8').trim()).join('\n\n');
  return `${'='.repeat(80)}\n${nameOf(folder)} ${version} (${license})\n\n${text}\n`;
}
