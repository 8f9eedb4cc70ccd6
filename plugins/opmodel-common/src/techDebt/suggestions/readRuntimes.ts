import { lowestVersion } from './lowestVersion';
import { readDockerfile } from './readDockerfile';
import { readImage } from './readImage';
import { readJsonManifest } from './readJsonManifest';
import { productOfTool, runtimeRules } from './runtimeRules';
import type { NamedVersion, RepositoryFile, RuntimeUse } from './runtimeUse';

type Placed = NamedVersion & { line: number | null };

const LONGEST_FILE = 500_000;
const LONGEST_LINE = 1_000;

/** Files that say nothing that `readRuntimes` reads need not be fetched. */
export function namesRuntimes(path: string): boolean {
  const name = nameOf(path);
  return (
    isDockerfile(name) ||
    isCompose(name) ||
    name === '.tool-versions' ||
    ['package.json', 'composer.json', 'global.json'].includes(name) ||
    runtimeRules.some(({ file }) => file.test(name))
  );
}

/**
 * Which versions of which products a repository uses, by what its files say. A range stands for the lowest version that it allows, and says
 * so. What cannot be read says nothing; of a file that is longer than 500,000 characters, and of a line that is longer than 1,000, nothing is
 * read. The time it takes grows with the texts alone.
 *
 * @returns in the order of the files and their lines; what a file says twice of a product, once
 */
export function readRuntimes(files: readonly RepositoryFile[]): RuntimeUse[] {
  return files.flatMap(({ path, text }) => {
    if (text.length > LONGEST_FILE) {
      return [];
    }
    const seen = new Set<string>();
    return readFile(nameOf(path), text)
      .filter(({ product, version }) => {
        const key = `${product} ${version}`;
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
      })
      .map(use => ({ ...use, path }));
  });
}

function readFile(name: string, text: string): Placed[] {
  const lines = text.split(/\r?\n/);
  if (isDockerfile(name)) {
    return readDockerfile(lines);
  }
  if (isCompose(name)) {
    return readLines(lines, readComposeLine);
  }
  if (name === '.tool-versions') {
    return readLines(lines, readToolLine);
  }
  if (name.endsWith('.json')) {
    return readJsonManifest(name, text).map(use => ({ ...use, line: null }));
  }
  const rules = runtimeRules.filter(({ file }) => file.test(name));
  return [
    ...readLines(lines, line =>
      rules.flatMap(rule => {
        const written = rule.line.exec(line)?.[1];
        return written === undefined
          ? []
          : asVersion(rule.product, written.trim(), rule.isLowest ?? false);
      }),
    ),
    ...(name === 'pom.xml' ? readSpringParent(text) : []),
  ];
}

function readLines(
  lines: readonly string[],
  read: (line: string) => NamedVersion[],
): Placed[] {
  return lines.flatMap((line, at) =>
    line.length > LONGEST_LINE
      ? []
      : read(line).map(use => ({ ...use, line: at + 1 })),
  );
}

function readComposeLine(line: string): NamedVersion[] {
  const image = /^\s*image:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
  return image === undefined || image.includes('$') ? [] : readImage(image);
}

/** `java temurin-17.0.2+8`, `python 3.9.7 2.7.18`: the first version is the one that is used. */
function readToolLine(line: string): NamedVersion[] {
  const [tool = '', version = ''] = line.split('#')[0].trim().split(/\s+/);
  const product = Object.hasOwn(productOfTool, tool)
    ? productOfTool[tool]
    : undefined;
  const isOther = product === 'java' && !/^(temurin|openjdk|\d)/.test(version);
  return product === undefined || isOther
    ? []
    : asVersion(product, version.replace(/^[a-z-]+-(?=\d)/, ''), false);
}

/** The version of Spring Boot's parent stands in a line of its own. */
function readSpringParent(text: string): Placed[] {
  const written =
    /<artifactId>spring-boot-starter-parent<\/artifactId>\s{0,200}<version>\s{0,20}(\d[\w.]{0,40})/.exec(
      text,
    )?.[1];
  return written === undefined
    ? []
    : asVersion('spring-boot', written, false).map(use => ({
        ...use,
        line: null,
      }));
}

/** A version or range as it is written; a name, such as `hydrogen`, stands for itself. */
function asVersion(
  product: string,
  written: string,
  isAlwaysLowest: boolean,
): NamedVersion[] {
  const isName = /^[a-z]+$/i.test(written);
  const lowest = isName
    ? { version: written.toLowerCase(), isRange: false }
    : lowestVersion(written.replace(/_/g, '.'));
  if (lowest === null) {
    return [];
  }
  // Java 8 was called 1.8.
  const version =
    product === 'java' ? lowest.version.replace(/^1\./, '') : lowest.version;
  const isLowest = lowest.isRange || isAlwaysLowest;
  return [{ product, version, written, isLowest }];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function isDockerfile(name: string): boolean {
  return /^(dockerfile|containerfile)([.-].*)?$|\.dockerfile$/.test(name);
}

function isCompose(name: string): boolean {
  return /^(docker-)?compose([.-][\w.-]*)?\.ya?ml$/.test(name);
}
