/**
 * Matches items against patterns of which one stands for any run of items: the two-finger way, which is never worse than the
 * product of the lengths, whatever a stranger sends.
 */
function matchesRun<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  isAny: (part: P) => boolean,
  matches: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let from = 0;
  let any = -1;
  let anyEnd = 0;
  while (from < items.length) {
    if (at < pattern.length && isAny(pattern[at])) {
      any = at;
      anyEnd = from;
      at += 1;
    } else if (at < pattern.length && matches(pattern[at], items[from])) {
      at += 1;
      from += 1;
    } else if (any >= 0) {
      anyEnd += 1;
      at = any + 1;
      from = anyEnd;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isAny);
}

function matchesSegment(pattern: string, segment: string): boolean {
  return matchesRun(
    [...pattern],
    [...segment],
    part => part === '*',
    (part, item) => part === item,
  );
}

/**
 * Whether a text is what a pattern describes, from its beginning to its end: `*` is any text within one segment between slashes,
 * `**` as a whole segment any number of segments, and everything else is itself.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  return matchesRun(
    pattern.split('/'),
    text.split('/'),
    segment => segment === '**',
    matchesSegment,
  );
}

/** {@link matchesGlob} for names that mean the same in capitals. */
export function matchesGlobOfName(pattern: string, text: string): boolean {
  return matchesGlob(pattern.toLowerCase(), text.toLowerCase());
}
