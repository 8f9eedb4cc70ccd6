import { groupBy } from 'lodash';
import type {
  Measurement,
  MeasurementPort,
  MeasurementResult,
} from '../../intake/MeasurementPort';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import type { SloStore } from '../SloStore';
import { checkPushed } from './checkPushed';
import { hoursOf } from './hoursOf';
import { keyOf } from './pushedOrder';
import type { PushedBucket, PushedBucketStore } from './PushedBucketStore';
import { firstMeasuredHour } from './pushReach';

const HOUR = 3_600_000;

/** A measurement that can be kept, with its SLO where the catalog has one. */
interface Checked {
  measurement: Measurement;
  slo: StoredSlo | undefined;
}

/**
 * Keeps what producers counted. What the source for pushed numbers answers with is kept as it was sent, also of SLOs that the catalog
 * does not have yet; what is older than what is measured goes to the hours at once.
 */
export class PushedMeasurements implements MeasurementPort {
  readonly #store: SloStore;
  readonly #pushed: PushedBucketStore;
  readonly #reachMs: number;

  /**
   * @param options - `reachMs`: how far back is measured, in milliseconds
   */
  constructor(options: {
    store: SloStore;
    pushed: PushedBucketStore;
    reachMs: number;
  }) {
    this.#store = options.store;
    this.#pushed = options.pushed;
    this.#reachMs = options.reachMs;
  }

  async findMeasured(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, string | null>> {
    const slos = await this.#listPresent(sloRefs);
    return new Map(
      [...slos].map(([ref, { definition }]) => [ref, definition.entityRef]),
    );
  }

  async keep(
    measurements: readonly Measurement[],
    { now }: { now: number },
  ): Promise<MeasurementResult[]> {
    if (measurements.length === 0) {
      return [];
    }
    const slos = await this.#listPresent([
      ...new Set(measurements.map(({ sloRef }) => sloRef)),
    ]);
    const firstMeasured = firstMeasuredHour(now, this.#reachMs);
    const checked = measurements.map(measurement => ({
      measurement,
      slo: slos.get(measurement.sloRef),
      errors: checkPushed(measurement, slos.get(measurement.sloRef), {
        now,
        firstMeasured,
      }),
    }));
    // Of several of one bucket, the last.
    const kept = new Map(
      checked
        .filter(({ errors }) => errors.length === 0)
        .map(item => [keyOf(item.measurement), item]),
    );
    const changed = new Set([
      ...(await this.#keepRecent([...kept.values()], { now, firstMeasured })),
      ...(await this.#keepOld([...kept.values()], { now, firstMeasured })),
    ]);
    return checked.map(({ measurement, slo, errors }): MeasurementResult => {
      if (errors.length > 0) {
        return { status: 'rejected', errors };
      }
      if (!slo) {
        return {
          status: 'unmapped',
          reason: `the catalog has no SLO ${measurement.sloRef}`,
        };
      }
      return {
        // Deleted, so that the second of two of one bucket is a duplicate.
        status: changed.delete(keyOf(measurement)) ? 'accepted' : 'duplicate',
      };
    });
  }

  async #listPresent(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, StoredSlo>> {
    const slos = await this.#store.definitions.list(refs);
    return new Map(
      slos
        .filter(({ removedAt }) => removedAt === null)
        .map(slo => [slo.definition.ref, slo]),
    );
  }

  /** @returns the keys of what changed */
  async #keepRecent(
    items: readonly Checked[],
    { now, firstMeasured }: { now: number; firstMeasured: number },
  ): Promise<string[]> {
    const recent = items.filter(
      ({ measurement }) => endOf(measurement) > firstMeasured,
    );
    const changed = await this.#pushed.keep(
      recent.map(({ measurement }): PushedBucket => measurement),
    );
    const oldest = new Map<string, number>();
    for (const { sloRef, start } of changed) {
      oldest.set(sloRef, Math.min(start, oldest.get(sloRef) ?? Infinity));
    }
    const byStart = new Map<number, string[]>();
    oldest.forEach((from, sloRef) =>
      byStart.set(from, [...(byStart.get(from) ?? []), sloRef]),
    );
    for (const [from, refs] of byStart) {
      await this.#store.measurements.request(refs, { now, from });
    }
    return changed.map(keyOf);
  }

  /** @returns the keys of what changed */
  async #keepOld(
    items: readonly Checked[],
    { now, firstMeasured }: { now: number; firstMeasured: number },
  ): Promise<string[]> {
    // One hour more than is left out, so that none falls between when the hour turns before they are measured.
    const until = firstMeasured + HOUR;
    const old = items.flatMap(({ measurement, slo }) =>
      slo && measurement.seconds >= 3_600 && measurement.start < until
        ? [{ measurement, slo }]
        : [],
    );
    if (old.length === 0) {
      return [];
    }
    const changed = new Set(
      (await this.#store.buckets.keepHours(hoursOf(old, until))).map(
        ({ sloRef, objective, start }) => `${sloRef} ${objective} ${start}`,
      ),
    );
    const altered = old.filter(({ measurement }) => {
      const { sloRef, objective, start } = measurement;
      for (let hour = start; hour < endOf(measurement); hour += HOUR) {
        if (changed.has(`${sloRef} ${objective} ${hour}`)) {
          return true;
        }
      }
      return false;
    });
    await this.#evaluateAgain(
      altered.map(({ measurement }) => measurement),
      now,
    );
    return altered.map(({ measurement }) => keyOf(measurement));
  }

  /** With the windows that ended before these numbers came. */
  async #evaluateAgain(
    measurements: readonly Measurement[],
    now: number,
  ): Promise<void> {
    const spans = Object.entries(groupBy(measurements, 'sloRef')).map(
      ([sloRef, of]) => ({
        sloRef,
        from: Math.min(...of.map(({ start }) => start)),
        to: Math.max(...of.map(endOf)),
      }),
    );
    const alike = groupBy(spans, ({ from, to }) => `${from} ${to}`);
    for (const same of Object.values(alike)) {
      const { from, to } = same[0];
      await this.#store.evaluations.request(
        same.map(({ sloRef }) => sloRef),
        { now, from, to },
      );
    }
  }
}

function endOf({ start, seconds }: Measurement): number {
  return start + seconds * 1_000;
}
