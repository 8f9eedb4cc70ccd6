import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  dayOf,
  opmodelAcceptanceReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { ScanListener } from '../catalog/SnapshotScanner';
import type { Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { RetentionRule } from '../retention/RetentionRule';
import type { Subject } from '../subjects';
import { AcceptanceAttention } from './AcceptanceAttention';
import { AcceptanceDescriber } from './AcceptanceDescriber';
import { AcceptanceExpiry, createExpiryTask } from './AcceptanceExpiry';
import { addAcceptanceRoutes } from './acceptanceRouter';
import { AcceptanceReader } from './AcceptanceReader';
import type {
  AcceptanceRecord,
  Acceptances,
  ApprovedAcceptance,
} from './Acceptances';
import { AcceptanceService } from './AcceptanceService';
import { readAcceptanceSettings } from './acceptanceSettings';
import type { AcceptanceFilter, AcceptanceStore } from './AcceptanceStore';
import { AcceptanceTeller, toRecord } from './AcceptanceTeller';
import type { ApproverDirectory } from './ApproverDirectory';
import { ApproverLookup } from './ApproverLookup';
import { ApproverVoices } from './ApproverVoices';
import { AuthorizedAcceptanceService } from './AuthorizedAcceptanceService';
import { listEveryAcceptance } from './listEveryAcceptance';
import { SubjectEnding } from './SubjectEnding';

/** What acceptances stand on. */
export interface AcceptanceGround {
  store: AcceptanceStore;
  approvers: ApproverDirectory;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogStore;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  scheduler: SchedulerService;
  userInfo: UserInfoService;
  visibility: VisibilityResolver;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** What acceptances add to the engine. They are on whichever subjects are. */
export interface AcceptanceEngine
  extends Acceptances,
    Pick<Subject, 'addRoutes' | 'listAttention' | 'readPermission' | 'tasks'> {
  retention: RetentionRule;
  onScanned: ScanListener;
}

/** Puts acceptances together. */
export function createAcceptances(ground: AcceptanceGround): AcceptanceEngine {
  const { store, catalog, config, httpAuth, logger, zone, clock } = ground;
  const teller = new AcceptanceTeller({ store, logger });
  const reader = new AcceptanceReader({
    store,
    describer: new AcceptanceDescriber({ catalog, zone, clock }),
  });
  const approvers = new ApproverLookup({
    directory: ground.approvers,
    voices: new ApproverVoices({ catalog }),
    store,
    teller,
    zone,
    clock,
  });
  const service = new AcceptanceService({
    store,
    reader,
    catalog,
    approvers,
    teller,
    settings: readAcceptanceSettings(config),
    zone,
    clock,
  });
  const authorized = new AuthorizedAcceptanceService({
    ...ground,
    service,
    reader,
  });
  const attention = new AcceptanceAttention({ store, catalog, zone, clock });
  const expiry = new AcceptanceExpiry({ store, teller, zone, clock });
  const ending = new SubjectEnding({ ...ground, teller });
  const listAll = async (filter: AcceptanceFilter, visibility: Visibility) =>
    (await listEveryAcceptance(store, filter, visibility))
      .sort(compareRequests)
      .map(toRecord);
  return {
    request: (input, credentials) => authorized.request(input, { credentials }),
    listInForce: (filter, visibility) => {
      const now = clock();
      return listAll(
        { ...filter, inForceOn: dayOf(now, zone), urgentAt: now },
        visibility,
      );
    },
    listOpen: async (filter, visibility) => {
      const now = clock();
      const records = await listAll(
        { ...filter, inForceOn: dayOf(now, zone), orRequested: true },
        visibility,
      );
      return records.map(record => ({
        ...record,
        isInForce:
          record.state === 'approved' ||
          (record.urgentUntil ?? -Infinity) > now,
      }));
    },
    listRequested: (filter, visibility) =>
      listAll({ ...filter, state: 'requested' }, visibility),
    listByIds: (ids, visibility) => listAll({ ids }, visibility),
    listApproved: async (filter, visibility) =>
      (
        await Promise.all(
          (['approved', 'expired'] as const).map(state =>
            listApprovedIn(store, { ...filter, state }, visibility),
          ),
        )
      )
        .flat()
        .sort(compareRequests),
    end: ended => ending.end(ended),
    onChanged: (subject, listener) => teller.onChanged(subject, listener),
    addRoutes: router =>
      addAcceptanceRoutes(router, { acceptances: authorized, httpAuth }),
    listAttention: (visibility, owners) => attention.list(visibility, owners),
    readPermission: opmodelAcceptanceReadPermission,
    onScanned: () => approvers.refresh(),
    tasks: [createExpiryTask(expiry, ground.scheduler)],
    retention: {
      id: 'acceptances',
      title: 'Acceptances that have ended, with their history',
      defaultKeepDays: null,
      // An auditor looks at a year and at the one before.
      minimumKeepDays: 2 * 366,
      deleteBatch: ({ before, limit }) =>
        store.deleteEndedBefore(before, limit),
    },
  };
}

async function listApprovedIn(
  store: AcceptanceStore,
  filter: AcceptanceFilter & { state: ApprovedAcceptance['state'] },
  visibility: Visibility,
): Promise<ApprovedAcceptance[]> {
  const kept = await listEveryAcceptance(store, filter, visibility);
  return kept.map(acceptance => ({
    ...toRecord(acceptance),
    state: filter.state,
    approvedAt:
      acceptance.history.find(({ kind }) => kind === 'approved')?.at ?? null,
  }));
}

/** The oldest request first. */
function compareRequests(a: AcceptanceRecord, b: AcceptanceRecord): number {
  return a.requestedAt - b.requestedAt || (a.id < b.id ? -1 : 1);
}
