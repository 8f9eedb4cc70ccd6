import { readImage } from './readImage';
import type { NamedVersion } from './runtimeUse';

const fromLine = /^\s*FROM\s+(\S.*)$/i;
const argLine = /^\s*ARG\s+([A-Za-z_]\w{0,100})=(\S+)/i;
const place =
  /\$(?:\{([A-Za-z_]\w{0,100})(?::?-([^${}]{0,200}))?\}|([A-Za-z_]\w{0,100}))/g;
const LONGEST_LINE = 1_000;

/**
 * What the stages of a Dockerfile build on. `ARG`s before the first stage stand for their defaults; an image that cannot be told without a
 * value from outside, and a stage that builds on another one, say nothing.
 */
export function readDockerfile(
  lines: readonly string[],
): (NamedVersion & { line: number })[] {
  const defaults = new Map<string, string>();
  const stages = new Set<string>();
  const found: (NamedVersion & { line: number })[] = [];
  let isBeforeStages = true;
  lines.forEach((line, at) => {
    if (line.length > LONGEST_LINE) {
      return;
    }
    const arg = isBeforeStages ? argLine.exec(line) : null;
    if (arg) {
      defaults.set(arg[1], unquoted(arg[2]));
    }
    const from = fromLine.exec(line)?.[1];
    if (from !== undefined) {
      isBeforeStages = false;
      const words = from.split(/\s+/).filter(word => !word.startsWith('--'));
      const image = fillIn(unquoted(words[0] ?? ''), defaults);
      if (image !== null && !stages.has(image.toLowerCase())) {
        found.push(...readImage(image).map(use => ({ ...use, line: at + 1 })));
      }
      if (words[1]?.toLowerCase() === 'as' && words[2] !== undefined) {
        stages.add(words[2].toLowerCase());
      }
    }
  });
  return found;
}

/** Null: a value is not known. */
function fillIn(
  image: string,
  defaults: ReadonlyMap<string, string>,
): string | null {
  let isKnown = true;
  const filled = image.replace(
    place,
    (_, braced?: string, otherwise?: string, bare?: string) => {
      const value = defaults.get(braced ?? bare ?? '') ?? otherwise;
      isKnown = isKnown && value !== undefined;
      return value ?? '';
    },
  );
  return isKnown && !filled.includes('$') ? filled : null;
}

function unquoted(text: string): string {
  return text.replace(/^["']|["']$/g, '');
}
