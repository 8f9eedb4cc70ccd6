import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import {
  type Collector,
  withOverlap,
} from '@opmodel/backstage-plugin-opmodel-node';
import fc from 'fast-check';
import { z } from 'zod';
import { collectorOf, CollectorWorld, eventOf } from '../testing/collectors';

const overlapMs = 60_000;
const pageSize = 3;
const start = Date.UTC(2026, 2, 2);

/** A record of an outside system that shows what was updated only some time later. */
interface OutsideRecord {
  id: string;
  updatedAt: number;
  visibleAt: number;
}

/** How a run is disturbed: which call of intake fails or is the last before the backend is killed. */
interface Disturbance {
  kind: 'none' | 'fail' | 'fail-caught' | 'kill';
  at: number;
  /** Time before the run. Milliseconds. */
  pause: number;
}

/** Reads pages of what was updated since its watermark, and saves one after each page. */
function updatedSinceCollector(
  list: (since: number) => OutsideRecord[],
  disturb: () => Promise<void>,
  catches: boolean,
): Collector {
  return collectorOf(
    async ({ since, overlapMs: overlap, emit, saveWatermark }) => {
      const until = (since as { until: number } | undefined)?.until;
      const records = list(withOverlap(until, overlap) ?? 0);
      let reached = until ?? 0;
      for (let at = 0; at < records.length; at += pageSize) {
        const page = records.slice(at, at + pageSize);
        await disturb();
        // A careless collector: it does not wait, and goes on after an error.
        const emitted = emit(page.map(({ id }) => eventOf(id)));
        reached = Math.max(reached, ...page.map(record => record.updatedAt));
        const saved = saveWatermark({ until: reached });
        const both = Promise.all([emitted, saved]);
        await (catches ? both.catch(() => {}) : both);
      }
    },
    {
      overlap: { milliseconds: overlapMs },
      watermark: z.object({ until: z.number() }),
      compareWatermarks: (a: any, b: any) => a.until - b.until,
    },
  );
}

describe('a collector that asks for what was updated since', () => {
  it('gives intake everything at least once, whatever fails on the way, and intake keeps it once', async () => {
    const records = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 600_000 }),
        lateness: fc.integer({ min: 0, max: overlapMs }),
      }),
      { maxLength: 40 },
    );
    const disturbances = fc.array(
      fc.record<Disturbance>({
        kind: fc.constantFrom('none', 'fail', 'fail-caught', 'kill'),
        at: fc.integer({ min: 1, max: 6 }),
        pause: fc.integer({ min: 0, max: 400_000 }),
      }),
      { maxLength: 12 },
    );
    let repeated = 0;
    await fc.assert(
      fc.asyncProperty(records, disturbances, async (drawn, plan) => {
        const world = new CollectorWorld();
        await world.fillCatalog();
        world.now = start;
        const outside: OutsideRecord[] = drawn.map((record, i) => ({
          id: `${i}`,
          updatedAt: start + record.after,
          visibleAt: start + record.after + record.lateness,
        }));
        const kept = new Map<string, number>();
        const store = (events: IntakeEvent[]) =>
          events.map(({ source, id }) => {
            kept.set(id, (kept.get(id) ?? 0) + 1);
            return { source, id, status: 'accepted' as const };
          });

        const undisturbed: Disturbance = {
          kind: 'none',
          at: 0,
          // Everything has become visible.
          pause: 1_000_000,
        };
        for (const { kind, at, pause } of [...plan, undisturbed]) {
          world.now += pause;
          let calls = 0;
          world.submit.mockImplementation(async events => {
            calls += 1;
            await new Promise(resolve => setImmediate(resolve));
            if (calls === at && kind.startsWith('fail')) {
              throw new Error('the database is away');
            }
            return store(events);
          });
          const killed = new AbortController();
          const collector = updatedSinceCollector(
            since =>
              outside
                .filter(
                  record =>
                    record.visibleAt <= world.now && record.updatedAt >= since,
                )
                .sort((a, b) => a.updatedAt - b.updatedAt),
            async () => {
              if (kind === 'kill' && calls === at) {
                killed.abort();
              }
            },
            kind === 'fail-caught',
          );
          await world.stores.leases.request(['git'], { now: world.now });
          await world
            .replicaOf([collector], { random: () => 0 })
            .look('git', killed.signal)
            .catch(() => {});
        }
        expect([...kept.keys()].sort()).toEqual(
          outside.map(({ id }) => id).sort(),
        );
        repeated += [...kept.values()].filter(times => times > 1).length;
      }),
      { numRuns: 150 },
    );
    // Otherwise the overlap was not put to the test.
    expect(repeated).toBeGreaterThan(0);
  });
});
