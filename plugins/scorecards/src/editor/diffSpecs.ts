/** A place at which two specs say something else. */
export interface SpecDifference {
  /** `checks[2].expression` */
  path: string;
  /** As text; null: it is not there. */
  mine: string | null;
  theirs: string | null;
}

/** Where two specs differ, place by place. */
export function diffSpecs(mine: unknown, theirs: unknown): SpecDifference[] {
  const own = placesOf(mine);
  const other = placesOf(theirs);
  return [...new Set([...own.keys(), ...other.keys()])]
    .filter(path => own.get(path) !== other.get(path))
    .map(path => ({
      path,
      mine: own.get(path) ?? null,
      theirs: other.get(path) ?? null,
    }));
}

function placesOf(value: unknown, path = ''): Map<string, string> {
  if (Array.isArray(value)) {
    return new Map(
      value.flatMap((part, at) => [...placesOf(part, `${path}[${at}]`)]),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return new Map(
      Object.entries(value).flatMap(([field, part]) => [
        ...placesOf(part, path === '' ? field : `${path}.${field}`),
      ]),
    );
  }
  return value === undefined
    ? new Map()
    : new Map([[path, typeof value === 'string' ? value : String(value)]]);
}
