/** A span that is left out of the budget of an SLO. Instants are epoch milliseconds. */
export interface KeptCorrection {
  /** Id of the acceptance that it stands on. */
  acceptanceId: string;
  sloRef: string;
  from: number;
  to: number;
}

/** Keeps which spans are left out, as the acceptances in force say, so that an evaluation finds them at once. */
export interface SloCorrectionStore {
  /** Keeping the same again changes nothing. */
  keep(correction: KeptCorrection): Promise<void>;

  /** @returns whether it was kept */
  drop(acceptanceId: string): Promise<boolean>;

  /** Ordered by SLO and beginning. */
  list(sloRefs: readonly string[]): Promise<KeptCorrection[]>;
}
