import type {
  EndOfLifeCycle,
  EndOfLifeProduct,
  EndOfLifeTable,
} from './endOfLifeTable';

const DAY = 86_400_000;

/** From how many days before its end on a version is told to end, where nothing else is configured. */
export const ordinaryEndingDays = 180;

/** Where a version stands. Days are whole; `since` is the last ISO day on which it was supported. */
export type EndOfLifeStatus =
  | { type: 'supported' }
  | { type: 'security_only' }
  | { type: 'ending'; days: number }
  | { type: 'ended'; since: string; days: number }
  /** The table does not know the product or the version, the version is not exact enough, or the vendor names no end. */
  | { type: 'unknown'; reason: 'product' | 'version' | 'end' };

/** What the table says of a version. */
export interface EndOfLifeFinding {
  product: EndOfLifeProduct | null;
  /** The cycle that the version is of, the longest there is; null: none. */
  cycle: EndOfLifeCycle | null;
  status: EndOfLifeStatus;
}

/**
 * Looks up a version of a product.
 *
 * A version is of the cycle that it begins with, part by part: 3.10.4 is of `3.10` and not of `3.1`. Of several the longest counts. A version
 * that is shorter than a cycle is of none: `3` may be any Python 3.
 *
 * @param version - such as `18.19.0`, `v18`, `1.21rc2` or a name as `bookworm`
 * @param today - ISO day
 */
export function findEndOfLife(
  table: EndOfLifeTable,
  { product: id, version }: { product: string; version: string },
  today: string,
  endingDays: number = ordinaryEndingDays,
): EndOfLifeFinding {
  const product = table.products.find(each => each.id === id) ?? null;
  if (product === null) {
    return {
      product,
      cycle: null,
      status: { type: 'unknown', reason: 'product' },
    };
  }
  const cycle = cycleOf(product, version);
  return {
    product,
    cycle,
    status:
      cycle === null
        ? { type: 'unknown', reason: 'version' }
        : statusOf(cycle, today, endingDays),
  };
}

function cycleOf(
  { cycles }: EndOfLifeProduct,
  version: string,
): EndOfLifeCycle | null {
  const name = version.slice(0, 100).toLowerCase().trim();
  const named = cycles.find(({ aliases }) => aliases.includes(name));
  if (named) {
    return named;
  }
  const parts = partsOf(name);
  return cycles
    .filter(({ cycle }) => beginsWith(parts, partsOf(cycle)))
    .reduce<EndOfLifeCycle | null>(
      (longest, each) =>
        longest === null ||
        partsOf(each.cycle).length > partsOf(longest.cycle).length
          ? each
          : longest,
      null,
    );
}

/** The numbers that a version begins with: 1, 21 of `v1.21rc2`. */
function partsOf(version: string): string[] {
  const numbers = /^v?(\d+(?:\.\d+)*)/i.exec(version)?.[1] ?? '';
  return numbers
    .split('.')
    .filter(part => part !== '')
    .map(part => part.replace(/^0+(?=\d)/, ''));
}

function beginsWith(
  parts: readonly string[],
  beginning: readonly string[],
): boolean {
  return (
    beginning.length > 0 &&
    beginning.length <= parts.length &&
    beginning.every((part, at) => part === parts[at])
  );
}

function statusOf(
  { activeUntil, endsOn }: EndOfLifeCycle,
  today: string,
  endingDays: number,
): EndOfLifeStatus {
  if (endsOn === null) {
    return { type: 'unknown', reason: 'end' };
  }
  const days = daysFrom(today, endsOn);
  if (days < 0) {
    return { type: 'ended', since: endsOn, days: -days };
  }
  if (days <= endingDays) {
    return { type: 'ending', days };
  }
  return activeUntil !== null && activeUntil < today
    ? { type: 'security_only' }
    : { type: 'supported' };
}

function daysFrom(day: string, other: string): number {
  const [from, to] = [day, other].map(each => Date.parse(`${each}T00:00:00Z`));
  return Math.round((to - from) / DAY);
}
