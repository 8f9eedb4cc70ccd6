import type {
  RootConfigService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type {
  AttentionItem,
  EngineAlarm,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { Permission } from '@backstage/plugin-permission-common';
import type { ScanListener } from './catalog/SnapshotScanner';
import type { EntityPermission } from './catalog/VisibilityResolver';
import type { Router } from 'express';
import type { Visibility } from './catalog/Visibility';
import type { RetentionRule } from './retention/RetentionRule';

/** Work that a subject does by itself. It throws when it fails, so that the scheduler shows it. */
export interface SubjectTask {
  id: string;
  runner: SchedulerServiceTaskRunner;
  run(signal: AbortSignal): Promise<void>;
}

/** One part of the operating model, such as DORA. Everything that it adds to the engine is named here. */
export interface Subject {
  /** Name in configuration, in paths and in permissions. */
  id: string;
  permissions: Permission[];
  tasks: SubjectTask[];
  /** How long its rows are kept; absent: for ever. */
  retentionRules?: RetentionRule[];
  /** Adds its routes; requests have been validated against the API's description. */
  addRoutes(router: Router): void;
  /** Registers what agents may do with it. */
  registerActions(): void;
  /**
   * What needs somebody, as far as the caller may see.
   *
   * @param owners - only what these and the groups below them own; absent: everything
   */
  listAttention(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]>;
  /** Visible components that report, of those that could. */
  countCoverage(
    visibility: Visibility,
  ): Promise<{ reporting: number; applicable: number }>;
  /** What it tells of entities, for scorecards to judge; absent: nothing. */
  factProviders?: readonly FactProvider[];
  /** What of it needs an operator; absent: only what the engine finds out by itself. */
  listAlarms?(): Promise<EngineAlarm[]>;
  /** Prepares what its routes and tasks need, in each process, before any of them runs. */
  start?(): Promise<void>;
  /** Is told what a scan of the catalog found. Telling the same twice must do no harm. */
  onScanned?: ScanListener;
  /** The permission that reading it takes, together with `catalog.entity.read`. */
  readPermission: EntityPermission;
}

/** A subject is on unless `opmodel.subjects.<id>.enabled` is false. */
export function isSubjectEnabled(
  config: RootConfigService,
  subjectId: string,
): boolean {
  return (
    config.getOptionalBoolean(`opmodel.subjects.${subjectId}.enabled`) ?? true
  );
}
