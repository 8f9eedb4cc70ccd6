import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  doraProfiles,
  opmodelDoraCorrectPermission,
  opmodelDoraReadPermission,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ConfiguredCalendar } from '../calendarConfig';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { RecalculationStore } from '../intake/RecalculationStore';
import type { FigureListener } from '../lib/FigureListener';
import type { Measure } from '../lib/Measure';
import type { OverviewSubject } from '../overview/OverviewService';
import { readKeepDays } from '../retention/readKeepDays';
import type { Subject } from '../subjects';
import { AuthorizedDoraService } from './AuthorizedDoraService';
import type { CollectionProgress } from '../collect/CollectionReader';
import type { CorrectionStore } from './corrections/CorrectionStore';
import { createDoraReview } from './createDoraReview';
import type { DeliveryListener } from './DeliveryListener';
import type { DeliveryStore } from './DeliveryStore';
import type { DisputeStore } from './disputes/DisputeStore';
import { numberOf } from './disputes/numberOf';
import { registerDoraActions } from './doraActions';
import { DoraAttention } from './DoraAttention';
import { DoraCalculator } from './DoraCalculator';
import { readDoraConfig } from './doraConfig';
import { DoraFacts } from './DoraFacts';
import { createDoraRetention, doraDaysLimit } from './doraRetention';
import { addDoraRoutes } from './doraRouter';
import { DoraService } from './DoraService';
import type { DoraStore } from './DoraStore';
import { createDoraTasks } from './doraTasks';
import { EnabledDefinitions } from './EnabledDefinitions';
import { EndedRecoveries } from './EndedRecoveries';
import { ScopeDayKeeper } from '../lib/ScopeDayKeeper';
import type { ScopeDayStore } from '../lib/ScopeDayStore';

/** Id of the subject in configuration, paths and requests for recalculation. */
export const doraSubjectId = 'dora';

/** What the home page knows of it, also where it is switched off. */
export const doraOverview: Omit<OverviewSubject, 'subject'> = {
  id: doraSubjectId,
  readPermission: opmodelDoraReadPermission,
  records: ['deployments', 'changes', 'incidents'],
};

/** What the DORA subject stands on. */
export interface DoraSubjectOptions {
  store: DoraStore;
  delivery: DeliveryStore;
  scopeDays: ScopeDayStore;
  corrections: CorrectionStore;
  disputes: DisputeStore;
  /** How far facts have been collected; absent: nobody collects. */
  collection?: CollectionProgress;
  catalog: CatalogStore;
  recalculations: RecalculationStore;
  visibility: VisibilityResolver;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  scheduler: SchedulerService;
  actionsRegistry: ActionsRegistryService;
  logger: LoggerService;
  calendar: ConfiguredCalendar;
  clock: () => number;
  config: RootConfigService;
  /** Takes note of each calculation of an entity. */
  measure?: Measure;
  /** Are told of entities that were computed anew. */
  listeners?: readonly DeliveryListener[];
  /** Is told of entities whose metrics were computed anew. */
  onFigures?: FigureListener;
}

/** Puts the DORA subject together. */
export function createDoraSubject(options: DoraSubjectOptions): Subject {
  const { store, calendar, clock, config, httpAuth } = options;
  const { zone, freezes, workingTime } = calendar;
  const settings = readDoraConfig(config);
  const definitions = new EnabledDefinitions(
    settings.profiles.map(id => doraProfiles[id]),
    {
      zone,
      defaultProfile: settings.defaultProfile,
      excludedPeriods: freezes,
      workingDays: workingTime.changeLeadTime,
    },
  );
  const { calculations } = definitions;
  const service = new DoraService({
    ...options,
    definitions,
    settings,
    freezes,
    zone,
  });
  const calculator = new DoraCalculator({
    ...options,
    store: options.delivery,
    definitions,
    excludedPeriods: freezes,
    keepDays: readKeepDays(config, doraDaysLimit),
    listeners: [
      ...(options.listeners ?? []),
      async entityRefs => options.onFigures?.(entityRefs),
    ],
    zone,
  });
  const attention = new DoraAttention({
    store,
    definition: definitions.default,
    zone,
    clock,
  });
  const dora = new AuthorizedDoraService({ ...options, service });
  const review = createDoraReview({
    ...options,
    async readNumber({ metric, ...request }, seen) {
      const asked = { ...request, ownership: 'now' as const };
      const report = await service.getReport(asked, seen);
      return {
        value: numberOf(report, metric),
        profile: definitions.choose(request.profile).profile.id,
      };
    },
  });
  return {
    id: doraSubjectId,
    readPermission: opmodelDoraReadPermission,
    permissions: [opmodelDoraReadPermission, opmodelDoraCorrectPermission],
    addRoutes(router) {
      addDoraRoutes(router, { dora, httpAuth, calendar, clock });
      review.addRoutes(router);
    },
    registerActions: () =>
      registerDoraActions({
        actionsRegistry: options.actionsRegistry,
        dora,
        calendar,
        clock,
      }),
    async listAttention(visibility, owners) {
      const items = await Promise.all([
        attention.list(visibility, owners),
        review.attention.list(visibility, owners),
      ]);
      return items.flat();
    },
    countCoverage: visibility =>
      service.countCoverage(visibility, resolveWindow({}, calendar, clock())),
    factProviders: [
      new DoraFacts({
        store: new EndedRecoveries({ store, definitions, zone }),
        definition: definitions.default,
        calendar,
      }),
    ],
    retentionRules: [
      createDoraRetention({
        store: options.delivery,
        calculator,
        calculations,
        zone,
      }),
    ],
    tasks: createDoraTasks({
      ...options,
      calculator,
      scopeDays: new ScopeDayKeeper({ store: options.scopeDays, calculations }),
    }),
  };
}
