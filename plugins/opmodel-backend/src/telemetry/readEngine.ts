import type { CatalogStore } from '../catalog/CatalogStore';
import type { InboxService } from '../inbox/InboxService';
import type { RecalculationStore } from '../intake/RecalculationStore';
import type { EngineReading } from './observeEngine';

/** Reads what the gauges tell: a few statements, whatever the database holds. */
export async function readEngine(options: {
  catalog: Pick<CatalogStore, 'snapshotState'>;
  inbox: Pick<InboxService, 'summarize'>;
  recalculations: Pick<RecalculationStore, 'countWaiting'>;
  /** Ids of the subjects that are on. */
  subjects: readonly string[];
  /** Epoch milliseconds. */
  now: number;
}): Promise<EngineReading> {
  const { now } = options;
  const [snapshot, deliveries, recalculationsWaiting] = await Promise.all([
    options.catalog.snapshotState(),
    options.inbox.summarize(now),
    options.recalculations.countWaiting(options.subjects),
  ]);
  return {
    inboxWaiting: deliveries.waiting,
    inboxSetAside: deliveries.setAside,
    recalculationsWaiting,
    snapshotAge:
      snapshot.completedAt === undefined
        ? null
        : (now - snapshot.completedAt) / 1000,
    snapshotEntities: snapshot.entities,
  };
}
