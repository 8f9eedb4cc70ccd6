/** Milliseconds since an instant of the API; 0 where there is none. */
export function ageOf(instant: string | null, now: number): number {
  return instant === null ? 0 : now - Date.parse(instant);
}

/** A number of things: "1,200 events". */
export function plural(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** An error as part of a sentence. */
export function brief(error: string | null): string {
  const [line] = (error ?? 'no reason was recorded').split('\n');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
