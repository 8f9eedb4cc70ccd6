import type { BurnAlertState } from '@opmodel/backstage-plugin-opmodel-common';

/** Names an alert. */
export interface SloAlertKey {
  sloRef: string;
  /** Place in the document; -1 for a composite as a whole. */
  objective: number;
  rule: string;
}

/** How an alert stands. Instants are epoch milliseconds. */
export interface SloAlertRow extends SloAlertKey, BurnAlertState {
  severity: 'page' | 'ticket';
  origin: 'default' | 'document';
  longSeconds: number;
  shortSeconds: number;
  threshold: number;
  canFire: boolean;
  /** Burn over the long window when it was last looked at; null: no data. */
  burn: number | null;
  /** What people are told at once of its last change; null: nothing. */
  announced: 'fired' | 'resolved' | null;
  announcedAt: number | null;
}

/** Keeps how the alerts of objectives stand. */
export interface SloAlertStore {
  /** Of SLOs, ordered by SLO, objective and rule. */
  list(sloRefs: readonly string[]): Promise<SloAlertRow[]>;

  /**
   * Steps alerts from what they were. One that somebody else has stepped meanwhile stays as that one left it, so that two replicas step
   * it once.
   *
   * @param steps - `before`: the `evaluatedAt` that the step was made from; null: the alert was not known
   */
  step(
    steps: readonly { row: SloAlertRow; before: number | null }[],
  ): Promise<void>;

  /** Forgets alerts that an SLO no longer has. */
  drop(keys: readonly SloAlertKey[]): Promise<void>;
}
