/** Instants of the demo's facts as the intake reads them: ISO 8601 in UTC; an unknown one is left out. */
export function isoInstants<K extends string>(
  instants: Partial<Record<K, number>>,
): Partial<Record<K, string>> {
  const known = Object.entries<number | undefined>(instants).flatMap(
    ([name, instant]) =>
      instant === undefined ? [] : [[name, new Date(instant).toISOString()]],
  );
  return Object.fromEntries(known);
}
