import {
  type FactDefinition,
  maximumSetSize,
  maximumTextLength,
} from '../factSchema';

/** How large a value can be. */
export interface Extent {
  /** Elements of a list or a map, characters of a text, otherwise 1. */
  length: number;
  /** Of each element; absent: it has none. */
  item?: Extent;
}

/** A number, an instant, a yes or no. */
export const scalar: Extent = { length: 1 };

const text: Extent = { length: maximumTextLength };

/** So many characters of texts are compared in one step. */
const compared = 1_000;

/** How large a fact can be; undefined: it is none. */
export function extentOf(fact: FactDefinition | undefined): Extent | undefined {
  switch (fact?.type) {
    case undefined:
      return undefined;
    case 'string':
      return text;
    case 'set':
      return { length: maximumSetSize, item: text };
    default:
      return scalar;
  }
}

/** How large the elements of a list or the values of a map can be. */
export function itemOf({ item }: Extent): Extent {
  return item ?? scalar;
}

/** A list of these. */
export function listOf(
  items: readonly Extent[],
  length = items.length,
): Extent {
  return { length, item: largest(items) };
}

/** As large as any of them. */
export function largest(extents: readonly Extent[]): Extent {
  return extents.reduce(
    (most, { length, item }) => ({
      length: Math.max(most.length, length),
      item: item && most.item ? largest([item, most.item]) : item ?? most.item,
    }),
    scalar,
  );
}

/** Two lists or two texts put together. */
export function joined(left: Extent, right: Extent): Extent {
  return {
    ...largest([left, right]),
    length: left.length + right.length,
  };
}

/** Steps of comparing two values: as many as the smaller one needs. */
export function comparing(left: Extent, right: Extent): number {
  const [one, other] = [left, right].map(weightOf);
  return Math.min(one, other);
}

function weightOf({ length, item }: Extent): number {
  return item ? length * (1 + weightOf(item)) : length / compared;
}
