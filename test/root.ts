import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** The project's folder, found upwards from wherever this bundle lies. */
export const root = find(__dirname);

function find(folder: string): string {
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'yinju') return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('this bundle does not lie in the project');
  return find(parent);
}
