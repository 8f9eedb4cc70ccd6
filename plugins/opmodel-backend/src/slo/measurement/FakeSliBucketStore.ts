import {
  rollUpTallies,
  SLI_BUCKET_SECONDS,
  type SliResolution,
} from '@opmodel/backstage-plugin-opmodel-common';
import { isEqual } from 'lodash';
import type {
  BucketRange,
  HourTally,
  MeasuredTally,
  SliBucketStore,
  TalliedSpan,
} from './SliBucketStore';

/** Keeps buckets in memory. */
export class FakeSliBucketStore implements SliBucketStore {
  readonly #buckets = new Map<string, Map<number, MeasuredTally>>();

  async list(
    range: BucketRange & { limit?: number },
  ): Promise<MeasuredTally[]> {
    return this.#inRange(range).slice(0, range.limit);
  }

  async keep(spans: readonly TalliedSpan[]): Promise<void> {
    for (const { sloRef, objective, from, to, tallies } of spans) {
      const of = { sloRef, objective, from, to };
      this.#replace({ ...of, resolution: SLI_BUCKET_SECONDS }, tallies);
      this.#rollUp(of, SLI_BUCKET_SECONDS, 3_600);
      this.#rollUp(of, 3_600, 86_400);
    }
  }

  async keepHours(
    hours: readonly HourTally[],
  ): Promise<Pick<HourTally, 'sloRef' | 'objective' | 'start'>[]> {
    const changed = hours.filter(({ sloRef, objective, ...tally }) => {
      const kept = this.#of({ sloRef, objective, resolution: 3_600 });
      return !isEqual(kept.get(tally.start), tally);
    });
    for (const { sloRef, objective, ...tally } of changed) {
      this.#of({ sloRef, objective, resolution: 3_600 }).set(
        tally.start,
        tally,
      );
      const of = { sloRef, objective, from: tally.start, to: tally.start + 1 };
      this.#rollUp(of, 3_600, 86_400);
    }
    return changed.map(({ sloRef, objective, start }) => ({
      sloRef,
      objective,
      start,
    }));
  }

  /** Forgets what is known of objectives from an instant on, in buckets of all lengths. */
  async drop(
    sloRef: string,
    { objectives, from }: { objectives: readonly number[]; from: number },
  ): Promise<void> {
    for (const [key, buckets] of this.#buckets) {
      if (objectives.some(index => key.startsWith(`${sloRef} ${index} `))) {
        [...buckets.keys()]
          .filter(start => start >= from)
          .forEach(start => buckets.delete(start));
      }
    }
  }

  async deleteBatch(options: {
    resolution: SliResolution;
    before: number;
    limit: number;
  }): Promise<number> {
    const { resolution, before, limit } = options;
    const old = [...this.#buckets]
      .filter(([key]) => key.endsWith(` ${resolution}`))
      .flatMap(([, buckets]) =>
        [...buckets.keys()].map(start => ({ buckets, start })),
      )
      .filter(({ start }) => start + resolution * 1_000 <= before)
      .sort((a, b) => a.start - b.start)
      .slice(0, limit);
    old.forEach(({ buckets, start }) => buckets.delete(start));
    return old.length;
  }

  #rollUp(
    of: Omit<BucketRange, 'resolution'>,
    finer: SliResolution,
    resolution: SliResolution,
  ): void {
    const length = resolution * 1_000;
    const range = {
      ...of,
      from: Math.floor(of.from / length) * length,
      to: Math.ceil(of.to / length) * length,
    };
    const parts = this.#inRange({ ...range, resolution: finer });
    const measured = new Map<number, number>();
    for (const part of parts) {
      const start = Math.floor(part.start / length) * length;
      measured.set(start, (measured.get(start) ?? 0) + part.measured);
    }
    this.#replace(
      { ...range, resolution },
      rollUpTallies(parts, resolution).map(tally => ({
        ...tally,
        measured: measured.get(tally.start)!,
      })),
    );
  }

  #inRange(range: BucketRange): MeasuredTally[] {
    return [...this.#of(range).values()]
      .filter(({ start }) => start >= range.from && start < range.to)
      .sort((a, b) => a.start - b.start);
  }

  #replace(range: BucketRange, tallies: readonly MeasuredTally[]): void {
    const buckets = this.#of(range);
    for (const { start } of this.#inRange(range)) {
      buckets.delete(start);
    }
    for (const tally of tallies) {
      buckets.set(tally.start, tally);
    }
  }

  #of({
    sloRef,
    objective,
    resolution,
  }: Pick<BucketRange, 'sloRef' | 'objective' | 'resolution'>) {
    const key = `${sloRef} ${objective} ${resolution}`;
    const buckets = this.#buckets.get(key) ?? new Map<number, MeasuredTally>();
    this.#buckets.set(key, buckets);
    return buckets;
  }
}
