import type {
  RejectionCount,
  RejectionStore,
  RejectionSummary,
} from './RejectionStore';

/** Keeps the counts in memory. */
export class FakeRejectionStore implements RejectionStore {
  counts: RejectionCount[] = [];

  async add(counts: RejectionCount[]): Promise<void> {
    for (const count of counts) {
      const known = this.counts.find(
        ({ hour, key }) => hour === count.hour && key === count.key,
      );
      if (known) {
        known.events += count.events;
        known.lastEventId = count.lastEventId;
        known.lastRejectedAt = count.lastRejectedAt;
      } else {
        this.counts.push({ ...count });
      }
    }
  }

  async listKeys(hour: number): Promise<Set<string>> {
    return new Set(
      this.counts.filter(count => count.hour === hour).map(({ key }) => key),
    );
  }

  async summarize(options: {
    since: number;
    limit: number;
  }): Promise<RejectionSummary> {
    const groups = new Map<string, RejectionCount>();
    const counted = this.counts
      .filter(({ hour }) => hour >= options.since)
      .sort((a, b) => a.hour - b.hour);
    for (const count of counted) {
      groups.set(count.key, {
        ...count,
        events: count.events + (groups.get(count.key)?.events ?? 0),
      });
    }
    return {
      totalEvents: counted.reduce((sum, { events }) => sum + events, 0),
      groups: [...groups.values()]
        .sort((a, b) => b.events - a.events || (a.key < b.key ? -1 : 1))
        .slice(0, options.limit)
        .map(({ hour, key, ...group }) => group),
    };
  }

  async count(options: { since: number }): Promise<number> {
    return this.counts
      .filter(({ hour }) => hour >= options.since)
      .reduce((sum, { events }) => sum + events, 0);
  }

  async deleteBatch(options: {
    before: number;
    limit: number;
  }): Promise<number> {
    const old = this.counts
      .filter(({ hour }) => hour < options.before)
      .slice(0, options.limit);
    this.counts = this.counts.filter(count => !old.includes(count));
    return old.length;
  }
}
