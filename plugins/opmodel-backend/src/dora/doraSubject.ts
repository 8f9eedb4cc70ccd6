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
  dora2026Profile,
  type DoraProfileId,
  opmodelDoraCorrectPermission,
  opmodelDoraReadPermission,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { RecalculationStore } from '../intake/RecalculationStore';
import { logFailure } from '../lib/logFailure';
import type { Measure } from '../lib/Measure';
import { readKeepDays } from '../retention/readKeepDays';
import type { OverviewSubject } from '../overview/OverviewService';
import type { Subject } from '../subjects';
import { AuthorizedDoraService } from './AuthorizedDoraService';
import type { CorrectionStore } from './corrections/CorrectionStore';
import { createDoraReview } from './createDoraReview';
import type { DeliveryStore } from './DeliveryStore';
import type { DisputeStore } from './disputes/DisputeStore';
import { numberOf } from './disputes/numberOf';
import { registerDoraActions } from './doraActions';
import { DoraAttention } from './DoraAttention';
import { DoraCalculator } from './DoraCalculator';
import { createDoraRetention, doraDaysLimit } from './doraRetention';
import { addDoraRoutes } from './doraRouter';
import { DoraService } from './DoraService';
import type { DoraStore } from './DoraStore';
import { ScopeDayKeeper } from './ScopeDayKeeper';
import type { ScopeDayStore } from './ScopeDayStore';

/** Id of the subject in configuration, paths and requests for recalculation. */
export const doraSubjectId = 'dora';

/** What the home page knows of it, also where it is switched off. */
export const doraOverview: Omit<OverviewSubject, 'subject'> = {
  id: doraSubjectId,
  readPermission: opmodelDoraReadPermission,
  records: ['deployments', 'changes', 'incidents'],
};

/** Grows with every change of what is kept of a calculation: replicas of two versions must not write the same rows. */
const ROWS_VERSION = 2;

/** Names what changes a DORA number or its rows beside the facts: the profile, its version and the zone of the days. */
export function doraCalculation(zone: string): string {
  const { id, version } = dora2026Profile;
  return [id, version, zone, ROWS_VERSION].join('/');
}

/** Puts the DORA subject together. */
export function createDoraSubject(options: {
  store: DoraStore;
  delivery: DeliveryStore;
  scopeDays: ScopeDayStore;
  corrections: CorrectionStore;
  disputes: DisputeStore;
  catalog: CatalogStore;
  recalculations: RecalculationStore;
  visibility: VisibilityResolver;
  httpAuth: HttpAuthService;
  scheduler: SchedulerService;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  logger: LoggerService;
  calendar: OrganisationCalendar;
  clock: () => number;
  config: RootConfigService;
  /** Takes note of each calculation of an entity. */
  measure?: Measure;
}): Subject {
  const { store, catalog, recalculations, calendar, clock } = options;
  const common = {
    profile: dora2026Profile,
    calculation: doraCalculation(calendar.zone),
    zone: calendar.zone,
    clock,
  };
  const service = new DoraService({
    store,
    catalog,
    recalculations,
    ...common,
  });
  const calculator = new DoraCalculator({
    store: options.delivery,
    recalculations,
    logger: options.logger,
    measure: options.measure,
    keepDays: readKeepDays(options.config, doraDaysLimit),
    ...common,
  });
  const scopeDays = new ScopeDayKeeper({
    store: options.scopeDays,
    calculation: common.calculation,
  });
  const attention = new DoraAttention({
    store,
    calculation: common.calculation,
    zone: common.zone,
    clock,
  });
  const dora = new AuthorizedDoraService({
    service,
    visibility: options.visibility,
  });
  const review = createDoraReview({
    ...options,
    async readNumber({ metric, ...request }, seen) {
      const asked = { ...request, ownership: 'now' as const };
      const report = await service.getReport(asked, seen);
      return {
        value: numberOf(report, metric),
        profile: report.definition.id as DoraProfileId,
      };
    },
  });
  return {
    id: doraSubjectId,
    readPermission: opmodelDoraReadPermission,
    permissions: [opmodelDoraReadPermission, opmodelDoraCorrectPermission],
    addRoutes(router) {
      addDoraRoutes(router, {
        dora,
        httpAuth: options.httpAuth,
        calendar,
        clock,
      });
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
    retentionRules: [
      createDoraRetention({
        store: options.delivery,
        calculator,
        ...common,
      }),
    ],
    tasks: [
      {
        id: 'opmodel-dora-definition',
        // Every replica asks for its own version, and as soon as it starts: a turn that all share would come within the hour, and
        // might be taken by a replica of the version before.
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'local',
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
        }),
        run: () => calculator.adoptDefinition(),
      },
      {
        id: 'opmodel-dora-scopes',
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'global',
          frequency: { seconds: 10 },
          timeout: { minutes: 30 },
        }),
        run: signal => scopeDays.follow(signal),
      },
      {
        id: 'opmodel-dora-scope-review',
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'global',
          frequency: { minutes: 5 },
          timeout: { minutes: 5 },
        }),
        run: () => scopeDays.review(),
      },
      {
        id: 'opmodel-dora-calculation',
        // Every replica works: what one has claimed, the others leave alone.
        runner: options.scheduler.createScheduledTaskRunner({
          scope: 'local',
          frequency: { seconds: 2 },
          timeout: { minutes: 10 },
        }),
        run: logFailure(
          options.logger,
          'DORA metrics are out of date',
          async (signal: AbortSignal) => {
            await calculator.calculateWaiting(signal);
          },
        ),
      },
    ],
  };
}
