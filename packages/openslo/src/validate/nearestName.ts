/** The name that was probably meant; undefined when none is near. Names that differ in case alone are nearest. */
export function nearestName(
  written: string,
  names: readonly string[],
): string | undefined {
  const most = Math.min(2, Math.floor(written.length / 3));
  let nearest: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance <= most && distance < (nearest?.distance ?? Infinity)) {
      nearest = { name, distance };
    }
  }
  return nearest?.name;
}

/** Levenshtein's distance: how many letters are to be put in, taken out or replaced. */
function editDistance(from: string, to: string): number {
  // Names are short; anything long is no slip of the pen.
  if (Math.abs(from.length - to.length) > 2) {
    return Infinity;
  }
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      current[column] = Math.min(
        above[column] + 1,
        current[column - 1] + 1,
        above[column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1),
      );
    }
    above = current;
  }
  return above[to.length];
}
