import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { OwnershipDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { Subject } from '../subjects';
import type { OwnershipSummaryReader } from './OwnershipSummaryReader';
import type { OwnershipWorldReader } from './OwnershipWorldReader';

/** What every part of ownership stands on. */
export interface OwnershipGround {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  calendar: ConfiguredCalendar;
  catalog: CatalogStore;
  config: RootConfigService;
  /** What counts as owned well, as it is configured. */
  definition: OwnershipDefinition;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  /** Reads how well everything in a scope is owned. */
  summaries: OwnershipSummaryReader;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
  /** Reads what ladders follow from. It sees everything. */
  world: OwnershipWorldReader;
  /** Epoch milliseconds. */
  clock: () => number;
  /**
   * Assesses entities anew after something about them became known.
   *
   * @param refs - absent: everything
   */
  assess(refs?: readonly string[]): Promise<void>;
}

/** What a part of ownership, such as the map or the reviews, adds to the subject. */
export type OwnershipPart = Pick<Subject, 'addRoutes'> &
  Partial<
    Pick<
      Subject,
      | 'listAttention'
      | 'onScanned'
      | 'registerActions'
      | 'retentionRules'
      | 'tasks'
    >
  >;

/** Puts a part together. */
export type CreateOwnershipPart = (ground: OwnershipGround) => OwnershipPart;
