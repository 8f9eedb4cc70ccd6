import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const folder = join(__dirname, '../../../../examples/openslo');

/** The example documents of the repository, by path below their folder. */
export const exampleFiles: readonly { file: string; text: string }[] =
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({
      file: relative(folder, path),
      text: readFileSync(path, 'utf8'),
    }));

/** The text of one example. */
export function exampleText(name: string): string {
  const found = exampleFiles.find(({ file }) => file === name);
  if (!found) {
    throw new Error(`There is no example ${name}`);
  }
  return found.text;
}
