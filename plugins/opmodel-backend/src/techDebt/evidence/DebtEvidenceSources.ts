import type {
  ErrorBudgetEvidence,
  FailingCheckEvidence,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { EntityPermission } from '../../catalog/VisibilityResolver';

/** Tells which checks fail. */
export interface FailingChecks {
  /** What seeing one takes. */
  readPermission: EntityPermission;
  /**
   * Those of the checks that fail on one of the entities and may be seen.
   *
   * @param visibility - of the entities that {@link readPermission} lets through
   */
  listFailing(
    asked: {
      /** Such as `scorecard:default/readiness#has-owner`. */
      checkRefs: readonly string[];
      entityRefs: readonly string[];
    },
    visibility: Visibility,
  ): Promise<FailingCheckEvidence[]>;
}

/** Tells what was spent of error budgets. */
export interface SpentBudgets {
  /** What seeing one takes. */
  readPermission: EntityPermission;
  /**
   * Of those of the SLOs that may be seen: of a composite that of the whole, of several objectives the one with the least left.
   *
   * @param visibility - of the entities that {@link readPermission} lets through
   * @param now - epoch milliseconds
   */
  listSpent(
    sloRefs: readonly string[],
    visibility: Visibility,
    now: number,
  ): Promise<ErrorBudgetEvidence[]>;
}

/** What is measured in other subjects of the engine of what debt is linked to; one whose subject is off is not there. */
export interface DebtEvidenceSources {
  failingChecks?: FailingChecks;
  spentBudgets?: SpentBudgets;
}
