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
import type { ImmediateNotices } from '../attention/ImmediateNotices';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { OperatingDocuments } from '../decisions/OperatingDocuments';
import type { SubjectPart } from '../subjectParts';
import type { DebtEvidenceSources } from './evidence/DebtEvidenceSources';
import type { DebtRegister } from './items/DebtRegister';
import type { DebtLinkChecks } from './links/DebtLinkChecks';
import type { TechDebtSettings } from './techDebtSettings';

/** What every part of the tech-debt subject stands on. */
export interface TechDebtGround {
  acceptances: Acceptances;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  calendar: ConfiguredCalendar;
  catalog: CatalogStore;
  config: RootConfigService;
  documents: OperatingDocuments;
  /** What is measured in other subjects of what debt is linked to. */
  evidenceSources: DebtEvidenceSources;
  httpAuth: HttpAuthService;
  /** What new links are held to. */
  linkChecks: DebtLinkChecks;
  logger: LoggerService;
  /** What somebody is to be told at once. */
  notices: ImmediateNotices;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  register: DebtRegister;
  scheduler: SchedulerService;
  settings: TechDebtSettings;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Puts a part together. */
export type CreateTechDebtPart = (ground: TechDebtGround) => SubjectPart;
