import {
  DocumentProblems,
  DocumentReading,
} from '../../scorecards/document/DocumentReading';
import { httpAddress } from './httpAddress';

/** What kind of thing a product is. */
export const endOfLifeKinds = [
  'runtime',
  'framework',
  'database',
  'platform',
  'operating_system',
] as const;

/** What kind of thing a product is. */
export type EndOfLifeKind = (typeof endOfLifeKinds)[number];

/** A line of versions of a product that are supported together. */
export interface EndOfLifeCycle {
  /** What its versions begin with: `18`, `3.9`. */
  cycle: string;
  /** Other names, lower case: `bookworm`. */
  aliases: readonly string[];
  /** ISO day; null: not known. */
  releasedOn: string | null;
  /** ISO day until which it gets more than security fixes; null: the vendor has no such phase, or names no day. */
  activeUntil: string | null;
  /** ISO day after which the vendor gives no fixes that are free to all; null: the vendor names none yet. */
  endsOn: string | null;
}

/** A product and its cycles. */
export interface EndOfLifeProduct {
  /** As `readRuntimes` names it: `nodejs`. */
  id: string;
  /** As people call it: `Node.js`. */
  name: string;
  kind: EndOfLifeKind;
  /** The vendor's page that the days are from. */
  sourceUrl: string;
  cycles: readonly EndOfLifeCycle[];
}

/** Public facts of when products are supported no more. */
export interface EndOfLifeTable {
  /** ISO day on which it was put together; what vendors announced later is not in it. */
  compiledOn: string;
  products: readonly EndOfLifeProduct[];
}

/** What is wrong with a table, at the path of the field: `products[2].cycles[0].endsOn`. */
export interface EndOfLifeProblem {
  path: string;
  message: string;
}

const MOST_PRODUCTS = 500;
const MOST_CYCLES = 500;

/**
 * Reads a table that stands in for the one that is shipped, of a parsed JSON or YAML object shaped as {@link EndOfLifeTable}. Of a cycle
 * only `cycle` has to be there; every day is an ISO day.
 *
 * @returns the table, or all that is wrong with it
 */
export function readEndOfLifeTable(
  value: unknown,
): { table: EndOfLifeTable } | { problems: EndOfLifeProblem[] } {
  const problems = new DocumentProblems();
  const document = new DocumentReading(
    value,
    '',
    ['compiledOn', 'products'],
    problems,
  );
  const isDated = document.requiredText('compiledOn', 40) !== undefined;
  const compiledOn = isDated ? dayIn(document, 'compiledOn') : null;
  const products = document
    .objects(
      'products',
      ['id', 'name', 'kind', 'sourceUrl', 'cycles'],
      MOST_PRODUCTS,
    )
    .map(readProduct);
  if (document.isSound && !document.has('products')) {
    document.refuse('products', 'is missing');
  }
  refuseTwice(
    document,
    'products',
    products.map(({ id }) => id),
  );
  return problems.found.length > 0
    ? {
        problems: problems.found.map(({ path, message }) => ({
          path,
          message,
        })),
      }
    : { table: { compiledOn: compiledOn ?? '', products } };
}

function readProduct(product: DocumentReading): EndOfLifeProduct {
  const isNamed = product.requiredText('kind', 40) !== undefined;
  const kind = isNamed ? product.word('kind', endOfLifeKinds) : undefined;
  const sourceUrl = product.requiredText('sourceUrl', 2_000);
  const address = httpAddress(sourceUrl);
  if (sourceUrl !== undefined && address === null) {
    product.refuse('sourceUrl', 'must be an address with http or https');
  }
  const cycles = product
    .objects(
      'cycles',
      ['cycle', 'aliases', 'releasedOn', 'activeUntil', 'endsOn'],
      MOST_CYCLES,
    )
    .map(readCycle);
  refuseTwice(
    product,
    'cycles',
    cycles.map(({ cycle }) => cycle),
  );
  return {
    id: product.requiredText('id', 100) ?? '',
    name: product.requiredText('name', 100) ?? '',
    kind: kind ?? 'runtime',
    sourceUrl: address ?? '',
    cycles,
  };
}

function readCycle(row: DocumentReading): EndOfLifeCycle {
  const releasedOn = dayIn(row, 'releasedOn');
  const activeUntil = dayIn(row, 'activeUntil');
  const endsOn = dayIn(row, 'endsOn');
  if (activeUntil !== null && endsOn !== null && endsOn < activeUntil) {
    row.refuse('endsOn', `must not be before activeUntil, ${activeUntil}`);
  }
  return {
    // A number in YAML: 18, but also 3.10, which is 3.1 and must be written as a text.
    cycle: row.requiredText('cycle', 40) ?? '',
    aliases: aliasesIn(row),
    releasedOn,
    activeUntil,
    endsOn,
  };
}

function aliasesIn(row: DocumentReading): string[] {
  const value = row.get('aliases');
  if (value === undefined) {
    return [];
  }
  const isRight =
    Array.isArray(value) &&
    value.length <= 20 &&
    value.every(alias => typeof alias === 'string' && alias.length <= 100);
  if (!isRight) {
    row.refuse('aliases', 'must be a list of at most 20 texts');
    return [];
  }
  return value.map((alias: string) => alias.toLowerCase());
}

function dayIn(row: DocumentReading, field: string): string | null {
  const day = row.parsed(field, 10, 'an ISO day, such as 2025-04-30', asDay);
  return day ?? null;
}

function asDay(text: string): string | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? Date.parse(`${text}T00:00:00Z`)
    : NaN;
  // A day such as 2025-02-30 is read as another one.
  return !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text
    ? text
    : null;
}

function refuseTwice(
  reading: DocumentReading,
  field: string,
  names: readonly string[],
): void {
  names.forEach((name, at) => {
    if (name !== '' && names.indexOf(name) < at) {
      reading.refuse(`${field}[${at}]`, `is there twice: ${name}`);
    }
  });
}
