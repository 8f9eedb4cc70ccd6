import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { SubjectPart } from '../subjectParts';
import type { TechDebtSettings } from './techDebtSettings';

/** What every part of the tech-debt subject stands on. */
export interface TechDebtGround {
  auditor: AuditorService;
  auth: AuthService;
  calendar: ConfiguredCalendar;
  catalog: CatalogStore;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  settings: TechDebtSettings;
  visibility: VisibilityResolver;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Puts a part together. */
export type CreateTechDebtPart = (ground: TechDebtGround) => SubjectPart;
