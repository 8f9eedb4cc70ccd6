import type { SloAlert } from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { SloAlertReader } from '../reading/SloSurroundings';
import type { SloAlertStore } from './SloAlertStore';

/** Tells how the alerts of objectives stand. */
export class AlertReader implements SloAlertReader {
  readonly #store: Pick<SloAlertStore, 'list'>;

  constructor(options: { store: Pick<SloAlertStore, 'list'> }) {
    this.#store = options.store;
  }

  async listAlerts(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<number, SloAlert[]>>> {
    const alerts = new Map<string, Map<number, SloAlert[]>>();
    for (const row of await this.#store.list(sloRefs)) {
      const ofSlo = alerts.get(row.sloRef) ?? new Map<number, SloAlert[]>();
      alerts.set(row.sloRef, ofSlo);
      const ofObjective = ofSlo.get(row.objective) ?? [];
      ofSlo.set(row.objective, ofObjective);
      ofObjective.push({
        id: row.rule,
        severity: row.severity,
        state: row.state,
        longSeconds: row.longSeconds,
        shortSeconds: row.shortSeconds,
        threshold: row.threshold,
        since: toInstant(row.since),
        canFire: row.canFire,
        origin: row.origin,
      });
    }
    return alerts;
  }
}
