/** The lowest version that a range allows. */
export interface LowestVersion {
  /** Numbers and points alone: `3.8`. */
  version: string;
  /** Whether the range allows others as well. */
  isRange: boolean;
}

interface Bound {
  version: string;
  isExact: boolean;
}

/** An operator and a version; what stands before the number, as `v`, is passed over. */
const term = /([<>=!~^]{0,3})[ \t]*v?(\d[\w.*+]*)/g;
const LONGEST_RANGE = 200;

/**
 * The lowest version that a range allows, as npm, Composer, RubyGems, Poetry and PEP 440 write ranges: `>=18 <21`, `^7.4 || ^8.0`, `~> 3.1`,
 * `>=3.8,<4`, `14 - 18`, `18.x`. Nothing where there is no lowest one (`<3`, `*`), or the text is no range.
 *
 * @param greater - what `>` alone lets in: npm reads `>18` as 19 and later (`next`), the others as 18 and later (`same`)
 */
export function lowestVersion(
  range: string,
  greater: 'next' | 'same' = 'same',
): LowestVersion | null {
  if (range.length > LONGEST_RANGE) {
    return null;
  }
  const alternatives = range
    .split(/\|{1,2}/)
    .map(each => lowestOfAll(each, greater));
  const known = alternatives.filter(each => each !== null);
  if (known.length < alternatives.length || known.length === 0) {
    return null;
  }
  const { version, isExact } = known.reduce((lowest, each) =>
    compareVersions(each.version, lowest.version) < 0 ? each : lowest,
  );
  return { version, isRange: !isExact || alternatives.length > 1 };
}

/** The lowest version that all terms allow: the highest of those that they begin with. */
function lowestOfAll(range: string, greater: 'next' | 'same'): Bound | null {
  const span = /^\s*v?(\d[\w.]*)\s+-\s+v?\d/.exec(range);
  if (span) {
    return { version: numbersOf(span[1]), isExact: false };
  }
  const terms = [...range.matchAll(term)];
  const bounds = terms.flatMap(([, operator, version]) =>
    boundOf(operator, version, greater),
  );
  if (bounds.length === 0) {
    return null;
  }
  const highest = bounds.reduce((high, each) =>
    compareVersions(each.version, high.version) > 0 ? each : high,
  );
  return { ...highest, isExact: highest.isExact && terms.length === 1 };
}

function boundOf(
  operator: string,
  written: string,
  greater: 'next' | 'same',
): Bound[] {
  if (operator.startsWith('<') || operator.startsWith('!')) {
    return [];
  }
  const version = numbersOf(written);
  if (operator === '>' && greater === 'next') {
    return [{ version: nextOf(version), isExact: false }];
  }
  const isExact = /^={0,3}$/.test(operator) && !/[*xX]/.test(written);
  return [{ version, isExact }];
}

/** `18.x` as `18`, `3.9.1rc2` as `3.9.1`. */
function numbersOf(version: string): string {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '';
}

function nextOf(version: string): string {
  const parts = version.split('.');
  const last = Number(parts.at(-1)) + 1;
  return [...parts.slice(0, -1), last].join('.');
}

/** Compares number by number; a part that is missing counts as 0. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map(each =>
    each.split('.').map(part => Number(part)),
  );
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const difference = (first[at] ?? 0) - (second[at] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
