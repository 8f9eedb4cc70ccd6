import type {
  ContractError,
  FactValue,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What somebody says of an entity, for scorecards to judge. */
export interface StatedEntityFacts {
  /** `component:default/checkout` */
  entityRef: string;
  /** Under whose name it is said: `securityScan`. */
  provider: string;
  /** Values by name, as they were sent: instants are ISO 8601. Null: somebody looked, and there is none. */
  facts: Readonly<Record<string, FactValue>>;
  /** When it was so, epoch milliseconds. */
  toldAt: number;
}

/** What becomes of one statement. */
export type EntityFactResult =
  | { status: 'accepted' | 'duplicate' }
  | { status: 'unmapped'; reason: string }
  /** Paths are fields of {@link StatedEntityFacts} as the sender spells them. */
  | { status: 'rejected'; errors: ContractError[] };

/**
 * Takes facts of entities off intake's hands. They do not go through the ledger: the last value of each is all that counts.
 */
export interface EntityFactPort {
  /**
   * Keeps facts in place of those that were told before. Of several of one entity, each counts at its own instant.
   *
   * @param options - `now` in epoch milliseconds
   * @returns one result for each, in their order
   */
  keep(
    stated: readonly StatedEntityFacts[],
    options: { now: number },
  ): Promise<EntityFactResult[]>;
}
