import {
  type AfterRun,
  type CollectorLease,
  type CollectorLeaseStore,
  neverRun,
} from './CollectorLeaseStore';

/** Keeps leases in memory. */
export class FakeCollectorLeaseStore implements CollectorLeaseStore {
  readonly #leases = new Map<string, CollectorLease>();

  async read(collectors: string[]): Promise<Map<string, CollectorLease>> {
    return new Map(
      collectors.flatMap(collector => {
        const lease = this.#leases.get(collector);
        return lease ? [[collector, { ...lease }]] : [];
      }),
    );
  }

  async claim(
    seen: CollectorLease,
    claim: Parameters<CollectorLeaseStore['claim']>[1],
  ): Promise<boolean> {
    const { collector } = seen;
    const { version } = this.#leases.get(collector) ?? neverRun(collector);
    if (version !== seen.version) {
      return false;
    }
    const { now, ...held } = claim;
    this.#leases.set(collector, {
      collector,
      version: version + 1,
      startedAt: now,
      ...held,
    });
    return true;
  }

  async renew(
    collector: string,
    { token, leaseUntil }: { token: string; leaseUntil: number },
  ): Promise<boolean> {
    const lease = this.#leases.get(collector);
    if (lease?.token !== token) {
      return false;
    }
    lease.leaseUntil = leaseUntil;
    return true;
  }

  async release(
    collector: string,
    token: string,
    after: AfterRun,
  ): Promise<boolean> {
    const lease = this.#leases.get(collector);
    if (lease?.token !== token) {
      return false;
    }
    const requestedAt = lease.requestedAt ?? after.requestedAt;
    this.#leases.set(collector, {
      collector,
      version: lease.version + 1,
      startedAt: lease.startedAt,
      consecutiveFailures: after.consecutiveFailures,
      ...(after.nextAttemptAt === undefined
        ? {}
        : { nextAttemptAt: after.nextAttemptAt }),
      ...(requestedAt === undefined ? {} : { requestedAt }),
    });
    return true;
  }

  async request(collectors: string[], options: { now: number }): Promise<void> {
    for (const collector of collectors) {
      const lease = this.#leases.get(collector) ?? neverRun(collector);
      this.#leases.set(collector, { ...lease, requestedAt: options.now });
    }
  }

  /** Who holds a collector, for the watermark's fence. */
  tokenOf(collector: string): string | undefined {
    return this.#leases.get(collector)?.token;
  }
}
