import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Acceptances } from '../acceptances/Acceptances';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { OperatingDocuments } from '../decisions/OperatingDocuments';
import type { SubjectPart } from '../subjectParts';
import type { ScorecardStore } from './definitions/ScorecardStore';
import type { ResultStore } from './evaluation/ResultStore';
import type { FactProviders } from './facts/FactProviders';
import type { FactStore } from './facts/FactStore';

/** What every part of the scorecards subject stands on. */
export interface ScorecardGround {
  acceptances: Acceptances;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  calendar: ConfiguredCalendar;
  catalog: CatalogStore;
  config: RootConfigService;
  documents: OperatingDocuments;
  facts: FactStore;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  /** Everyone who tells facts, and the expressions over them. */
  providers: FactProviders;
  results: ResultStore;
  scheduler: SchedulerService;
  scorecards: ScorecardStore;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Puts a part together. */
export type CreateScorecardPart = (ground: ScorecardGround) => SubjectPart;
