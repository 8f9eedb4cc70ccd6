import type { Visibility } from '../../catalog/Visibility';

/** Something about an SLO that needs somebody. Instants are epoch milliseconds. */
export interface SloFinding {
  kind:
    | 'burning'
    | 'exhausted'
    | 'not_measured'
    | 'review_overdue'
    | 'document_wrong'
    | 'policy';
  sloRef: string;
  sloTitle: string;
  /** What it measures; the SLO itself where that is not known. */
  entityRef: string;
  entityTitle: string;
  ownerRef: string | null;
  /** Place in the document; null: it is about the SLO as a whole. */
  objective: number | null;
  since: number | null;
  remaining: number | null;
  burn: number | null;
  threshold: number | null;
  /** Of something that burns: page or ticket. */
  severity: 'page' | 'ticket' | null;
}

/** Finds what about SLOs needs somebody. */
export interface SloFindingStore {
  /**
   * What is found of SLOs that may be seen, by kind and SLO; of each kind a bounded number.
   *
   * @param selection - `owners`: only what these and the groups below them own; absent: all
   * @param options - `now` in epoch milliseconds, `today` as an ISO day
   */
  list(
    selection: { owners?: string[]; visibility: Visibility },
    options: { now: number; today: string },
  ): Promise<SloFinding[]>;
}
