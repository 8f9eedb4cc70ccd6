import type { DebtLinkType } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { EntityPermission } from '../../catalog/VisibilityResolver';

/** What links of one type lead to, and who knows of it. */
export interface LinkTarget {
  /** What is asked for where there is none: `the id of an incident`. */
  what: string;
  /** What seeing one takes. */
  readPermission: EntityPermission;
  /**
   * Those of the refs of links that lead to something that is there and may be seen.
   *
   * @param visibility - of the entities that {@link readPermission} lets through
   */
  find(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>>;
}

/** What links are held to. A type without a target is not looked up: it leads out of the portal, or its subject is off. */
export type LinkTargets = Readonly<Partial<Record<DebtLinkType, LinkTarget>>>;
