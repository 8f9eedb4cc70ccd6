import type { CodeownersSyntax } from './CodeownersFile';

/** Any number of folders. */
const ANY = '**';

/**
 * Whether a pattern of a CODEOWNERS file matches a file. Nothing is compiled to a regular expression, because patterns and paths both
 * come from outside, and one can be made that takes for ever.
 *
 * - A pattern that begins with a slash starts at the root. GitHub anchors every pattern with a slash within it, GitLab none.
 * - One that ends with a slash is a folder with all that is in it.
 * - On GitHub one without is a file, or a folder with all that is in it, but `docs/*` is only what is directly in `docs`. On GitLab it
 *   is a file.
 * - `*` and `?` stay within a folder, `**` does not.
 *
 * @param path - without a slash at its beginning
 */
export function matchPattern(
  pattern: string,
  path: string,
  syntax: CodeownersSyntax,
): boolean {
  const inner = pattern.replace(/^\/+/, '').replace(/\/+$/, '');
  const isFolder = pattern.endsWith('/');
  if (inner === '') {
    return isFolder;
  }
  const parts = inner.split('/');
  const isAnchored =
    pattern.startsWith('/') || (syntax === 'github' && parts.length > 1);
  const start = isAnchored ? parts : [ANY, ...parts];
  const within = [...start, ANY, '*'];
  const file = path.split('/');
  if (isFolder) {
    return matchParts(within, file);
  }
  const isDirectly = parts.at(-1) === '*' && pattern.includes('/');
  return (
    matchParts(start, file) ||
    (syntax === 'github' && !isDirectly && matchParts(within, file))
  );
}

/** The folder in which alone a pattern matches, as far as it says so in plain words; empty: anywhere. */
export function folderOf(pattern: string, syntax: CodeownersSyntax): string {
  const inner = pattern.replace(/^\/+/, '').replace(/\/+$/, '');
  const parts = inner.split('/');
  if (
    !pattern.startsWith('/') &&
    (syntax === 'gitlab' || parts.length === 1) &&
    // GitHub lets a folder of this name be anywhere.
    inner !== ''
  ) {
    return '';
  }
  const wild = parts.findIndex(part => /[*?]/.test(part));
  return (wild < 0 ? parts : parts.slice(0, wild)).join('/');
}

function matchParts(pattern: readonly string[], path: readonly string[]) {
  return matchStars(pattern, path, ANY, matchPart);
}

function matchPart(pattern: string, part: string): boolean {
  return matchStars(
    [...(pattern === ANY ? '*' : pattern)],
    [...part],
    '*',
    (wanted, character) => wanted === '?' || wanted === character,
  );
}

/** Matches a list that may have gaps, going back to the last gap alone: at most as many steps as one list is long times the other. */
function matchStars(
  pattern: readonly string[],
  items: readonly string[],
  gap: string,
  matches: (wanted: string, item: string) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let gapAt = -1;
  let gapItem = 0;
  while (item < items.length) {
    if (pattern[at] === gap) {
      gapAt = at;
      gapItem = item;
      at += 1;
    } else if (at < pattern.length && matches(pattern[at], items[item])) {
      at += 1;
      item += 1;
    } else if (gapAt >= 0) {
      gapItem += 1;
      item = gapItem;
      at = gapAt + 1;
    } else {
      return false;
    }
  }
  while (pattern[at] === gap) {
    at += 1;
  }
  return at === pattern.length;
}
