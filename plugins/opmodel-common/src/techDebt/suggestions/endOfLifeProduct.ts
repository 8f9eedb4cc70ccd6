import type { EndOfLifeProduct } from './endOfLifeTable';

/** A cycle as the shipped facts write it: name, released on, active until, ends on, and other names. */
export type EndOfLifeRow = readonly [
  cycle: string,
  releasedOn: string | null,
  activeUntil: string | null,
  endsOn: string | null,
  ...aliases: string[],
];

/** A product out of rows. */
export function endOfLifeProduct({
  rows,
  ...product
}: Omit<EndOfLifeProduct, 'cycles'> & {
  rows: readonly EndOfLifeRow[];
}): EndOfLifeProduct {
  return {
    ...product,
    cycles: rows.map(
      ([cycle, releasedOn, activeUntil, endsOn, ...aliases]) => ({
        cycle,
        aliases,
        releasedOn,
        activeUntil,
        endsOn,
      }),
    ),
  };
}
