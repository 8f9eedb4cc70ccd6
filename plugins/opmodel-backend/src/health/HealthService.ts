import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type EngineHealth,
  opmodelHealthReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { CollectorService } from '../collect/CollectorService';
import type { IntakeService } from '../intake/IntakeService';
import { toInstant } from '../lib/instants';

/** Tells operators how the engine is doing. */
export class HealthService {
  readonly #options: {
    catalog: CatalogStore;
    intake: IntakeService;
    collectors: CollectorService;
    permissions: PermissionsService;
    subjects: { id: string; enabled: boolean }[];
  };

  constructor(options: {
    catalog: CatalogStore;
    intake: IntakeService;
    collectors: CollectorService;
    permissions: PermissionsService;
    subjects: { id: string; enabled: boolean }[];
  }) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError without `opmodel.health.read`
   */
  async describe(credentials: BackstageCredentials): Promise<EngineHealth> {
    const { catalog, intake, collectors, permissions, subjects } =
      this.#options;
    const [decision] = await permissions.authorize(
      [{ permission: opmodelHealthReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        'Reading the state of the engine is not allowed',
      );
    }
    const [snapshot, counts, runs] = await Promise.all([
      catalog.snapshotState(),
      intake.count(subjects.flatMap(({ id, enabled }) => (enabled ? id : []))),
      collectors.listHealth(),
    ]);
    const [newest] = snapshot.scans;
    const complete = snapshot.scans.find(scan => scan.state === 'complete');
    return {
      alarms: [],
      snapshot: {
        state: newest?.state ?? 'never',
        lastCompleteAt: toInstant(snapshot.completedAt ?? null),
        durationSeconds:
          complete?.finishedAt === undefined
            ? null
            : (complete.finishedAt - complete.startedAt) / 1000,
        entities: snapshot.entities,
        error: newest?.error ?? null,
        scans: [],
      },
      intake: {
        applied: counts.applied,
        unmapped: counts.unmapped,
        lastReceivedAt: toInstant(counts.lastReceivedAt),
        receivedLastDay: 0,
        rejectedLastDay: 0,
        recalculationsWaiting: counts.recalculationsWaiting,
        oldestRecalculationAt: null,
      },
      inbox: {
        waiting: 0,
        setAside: 0,
        processedLastDay: 0,
        oldestWaitingAt: null,
        lastReceivedAt: null,
        sources: [],
      },
      collectors: runs,
      subjects,
    };
  }
}
