/** What a team takes up once and then has: a scanner in the pipeline, signatures on what it builds. */
export interface Practice {
  /** Name of the fact that tells of it. */
  fact: string;
  /** When the keenest team took it up, as a part of the year: 0 is its beginning; below 0: before it. */
  earliest: number;
  /** How much later than that the slowest team takes it up, as a part of the year; past the end of the year: not yet. */
  spread: number;
}

/** The practices of the demo organisation, in the order in which they spread. */
export const practices: readonly Practice[] = [
  { fact: 'secretScanning', earliest: -0.6, spread: 0.9 },
  { fact: 'dependencyScanning', earliest: -0.3, spread: 1.1 },
  { fact: 'sbom', earliest: 0.15, spread: 1.3 },
  { fact: 'signedBuilds', earliest: 0.35, spread: 1.5 },
];
