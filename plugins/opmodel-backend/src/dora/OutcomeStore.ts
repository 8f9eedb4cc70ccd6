import type { DaySpan } from './DoraStore';

/** Of which entity, and of which time, it is asked how well things went. */
export interface OutcomeRequest {
  entityRef: string;
  /** First instant, epoch milliseconds. */
  from: number;
  /** End, epoch milliseconds. */
  to: number;
  /** The days of the calculation's zone in which that time lies. */
  days: DaySpan;
}

/** Deployments of one environment that count, within a short time. */
export interface DeploymentTally {
  /** Start of that time, epoch milliseconds. */
  at: number;
  /** As its source calls it; null: not known. */
  environment: string | null;
  deployments: number;
  /** How many of them failed. */
  failed: number;
}

/** When an incident was open. Epoch milliseconds. */
export interface OpenIncident {
  from: number;
  /** Its mitigation, else its resolution; null: it is open. */
  to: number | null;
  /** As its source calls it; null: not known. */
  environment: string | null;
}

/** How well things went for one entity. */
export interface EntityOutcomes {
  /** ISO day of the first deployment that counts; null: none is known. */
  firstDeploymentDay: string | null;
  /** ISO day of the first incident that stands; null: none is known. */
  firstIncidentDay: string | null;
  /** In order of time. */
  deployments: DeploymentTally[];
  /** Those that were open in the time that is asked about and were not taken back, by their start. */
  incidents: OpenIncident[];
}

/**
 * Reads how well things went for many entities at once, and leaves nothing out. It is for the engine itself, which keeps what it counts
 * from it, so it takes no visibility; nothing of it is an answer to a person who may not see the entity.
 */
export interface OutcomeStore {
  /**
   * @param options - `tallySeconds`: the length of the time within which deployments are counted together
   * @returns one for each request, in their order
   */
  readOutcomes(
    calculation: string,
    requests: readonly OutcomeRequest[],
    options: { tallySeconds: number },
  ): Promise<EntityOutcomes[]>;
}
