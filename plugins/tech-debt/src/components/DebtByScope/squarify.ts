/** A part of a whole, with its place in a rectangle of width and height 1. */
export interface PlacedPart<Part> {
  part: Part;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Sized<Part> {
  part: Part;
  area: number;
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Lays parts out as rectangles in the unit square of a given aspect, each as large as its share and as near to a square as can be.
 *
 * Source: Bruls, Huizing, van Wijk, "Squarified Treemaps", 2000.
 *
 * @param parts - the largest first; those of 0 or less have no place
 * @param aspect - how many times wider than high the whole will be drawn
 */
export function squarify<Part>(
  parts: readonly Part[],
  sizeOf: (part: Part) => number,
  aspect: number,
): Array<PlacedPart<Part>> {
  const shown = parts.filter(part => sizeOf(part) > 0);
  const whole = shown.reduce((sum, part) => sum + sizeOf(part), 0);
  // Laid out where a unit is as wide as high, and brought back to the unit square at the end.
  let rest: Rectangle = { x: 0, y: 0, width: aspect, height: 1 };
  let waiting: Array<Sized<Part>> = shown.map(part => ({
    part,
    area: (sizeOf(part) / whole) * aspect,
  }));
  const placed: Array<PlacedPart<Part>> = [];
  while (waiting.length > 0) {
    const row = bestRow(waiting, Math.min(rest.width, rest.height));
    const laid = layRow(row, rest);
    placed.push(...laid.placed);
    rest = laid.rest;
    waiting = waiting.slice(row.length);
  }
  return placed.map(({ part, x, y, width, height }) => ({
    part,
    x: x / aspect,
    y,
    width: width / aspect,
    height,
  }));
}

/** As many of the first parts as make the worst of them the nearest to a square. */
function bestRow<Part>(
  waiting: ReadonlyArray<Sized<Part>>,
  side: number,
): Array<Sized<Part>> {
  let row = waiting.slice(0, 1);
  for (let length = 2; length <= waiting.length; length += 1) {
    const longer = waiting.slice(0, length);
    if (worstAspect(longer, side) > worstAspect(row, side)) {
      break;
    }
    row = longer;
  }
  return row;
}

/** How far the least square part of a row along a side is from a square; 1 is one. */
function worstAspect<Part>(
  row: ReadonlyArray<Sized<Part>>,
  side: number,
): number {
  const depth = areaOf(row) / side;
  return Math.max(
    ...row.map(({ area }) => {
      const length = area / depth;
      return Math.max(length / depth, depth / length);
    }),
  );
}

function areaOf<Part>(row: ReadonlyArray<Sized<Part>>): number {
  return row.reduce((sum, { area }) => sum + area, 0);
}

/** Places a row along the shorter side of what is left. */
function layRow<Part>(
  row: ReadonlyArray<Sized<Part>>,
  { x, y, width, height }: Rectangle,
): { placed: Array<PlacedPart<Part>>; rest: Rectangle } {
  const isColumn = width >= height;
  const depth = areaOf(row) / (isColumn ? height : width);
  let at = isColumn ? y : x;
  const placed = row.map(({ part, area }) => {
    const length = area / depth;
    const from = at;
    at += length;
    return isColumn
      ? { part, x, y: from, width: depth, height: length }
      : { part, x: from, y, width: length, height: depth };
  });
  return {
    placed,
    rest: isColumn
      ? { x: x + depth, y, width: width - depth, height }
      : { x, y: y + depth, width, height: height - depth },
  };
}
