/** Type of metric sources that count what the engine itself knows of the entity that is measured. */
export const ownDataSourceType = 'opmodel';

/** What the engine can count of an entity by its own records. */
export const ownSignals = [
  'deployment-success',
  'incident-free-minutes',
] as const;
export type OwnSignal = (typeof ownSignals)[number];
