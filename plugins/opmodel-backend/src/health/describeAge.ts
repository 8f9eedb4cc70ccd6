const units: [string, number][] = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
];

/** A duration for a sentence, in its largest unit: `3 hours`. Milliseconds. */
export function describeAge(duration: number): string {
  const [name, length] =
    units.find(([, least]) => duration >= least) ?? units[units.length - 1];
  const count = Math.max(1, Math.floor(duration / length));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
