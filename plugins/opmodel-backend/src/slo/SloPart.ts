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
import type { Acceptances } from '../acceptances/Acceptances';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { OperatingDocuments } from '../decisions/OperatingDocuments';
import type { SubjectPart } from '../subjectParts';
import type { EvaluationListener } from './evaluation/EvaluatedSlo';
import type { SloCorrections } from './evaluation/SloCorrections';
import type { SliSources } from './measurement/SliSources';
import type { SloStore } from './SloStore';

/** What every part of the SLO subject stands on. */
export interface SloGround {
  acceptances: Acceptances;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  calendar: ConfiguredCalendar;
  catalog: CatalogStore;
  config: RootConfigService;
  /** What is left out of budgets. */
  corrections: SloCorrections;
  documents: OperatingDocuments;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  /** What measures service levels. */
  sources: SliSources;
  store: SloStore;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** What a part of the SLO subject, such as alerts or policies, adds to it. */
export type SloPart = SubjectPart & {
  /** Is told of SLOs that were evaluated, after the parts before it. */
  onEvaluated?: EvaluationListener;
};

/** Puts a part together. */
export type CreateSloPart = (ground: SloGround) => SloPart;
