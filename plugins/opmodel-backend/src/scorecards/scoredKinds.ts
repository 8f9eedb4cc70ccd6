import { documentKindNames } from '../catalog/documentKinds';

/** Kinds of which no scorecard asks anything: people are not scored, a location is only an address, and a document is about other entities. */
export const unscoredKinds: readonly string[] = [
  'user',
  'location',
  ...documentKindNames,
];
