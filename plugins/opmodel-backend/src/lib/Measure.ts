/** Does some work and takes note of how long it took and how it ended, without changing either. */
export type Measure = <T>(work: () => Promise<T>) => Promise<T>;
