import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import type {
  AfterRun,
  CollectorLease,
  CollectorLeaseStore,
} from './CollectorLeaseStore';

function readLease(row: Record<string, any>): CollectorLease {
  const instant = (field: string, value: unknown) =>
    value === null ? {} : { [field]: Number(value) };
  return {
    collector: row.collector,
    version: Number(row.version),
    consecutiveFailures: row.consecutive_failures,
    ...(row.token === null ? {} : { token: row.token }),
    ...instant('leaseUntil', row.lease_until),
    ...instant('startedAt', row.started_at),
    ...instant('requestedAt', row.requested_at),
    ...instant('nextAttemptAt', row.next_attempt_at),
  };
}

/** Keeps leases in the engine's database. */
export class DatabaseCollectorLeaseStore implements CollectorLeaseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(collectors: string[]): Promise<Map<string, CollectorLease>> {
    const query = this.#knex('collector_leases').select();
    whereAnyOf(query, 'collector', collectors);
    const rows: Record<string, any>[] = await query;
    return new Map(rows.map(row => [row.collector, readLease(row)]));
  }

  async claim(
    seen: CollectorLease,
    claim: Parameters<CollectorLeaseStore['claim']>[1],
  ): Promise<boolean> {
    if (seen.version === 0) {
      await this.#knex('collector_leases')
        .insert({
          collector: seen.collector,
          version: 0,
          consecutive_failures: 0,
        })
        .onConflict('collector')
        .ignore();
    }
    const claimed = await this.#knex('collector_leases')
      .where({ collector: seen.collector, version: seen.version })
      .update({
        version: seen.version + 1,
        token: claim.token,
        lease_until: claim.leaseUntil,
        started_at: claim.now,
        requested_at: null,
        consecutive_failures: claim.consecutiveFailures,
        next_attempt_at: claim.nextAttemptAt ?? null,
      });
    return claimed === 1;
  }

  async renew(
    collector: string,
    lease: { token: string; leaseUntil: number },
  ): Promise<boolean> {
    const renewed = await this.#knex('collector_leases')
      .where({ collector, token: lease.token })
      .update({ lease_until: lease.leaseUntil });
    return renewed === 1;
  }

  async release(
    collector: string,
    token: string,
    after: AfterRun,
  ): Promise<boolean> {
    const released = await this.#knex('collector_leases')
      .where({ collector, token })
      .update({
        version: this.#knex.raw('?? + 1', ['version']),
        token: null,
        lease_until: null,
        requested_at: this.#knex.raw('coalesce(??, ?)', [
          'requested_at',
          after.requestedAt ?? null,
        ]),
        consecutive_failures: after.consecutiveFailures,
        next_attempt_at: after.nextAttemptAt ?? null,
      });
    return released === 1;
  }

  async request(collectors: string[], options: { now: number }): Promise<void> {
    for (const collector of collectors) {
      await this.#knex('collector_leases')
        .insert({
          collector,
          version: 0,
          requested_at: options.now,
          consecutive_failures: 0,
        })
        .onConflict('collector')
        .merge(['requested_at']);
    }
  }
}
