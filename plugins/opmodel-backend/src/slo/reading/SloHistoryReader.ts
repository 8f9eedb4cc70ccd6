import {
  excludeCorrections,
  type SliResolution,
  type SloBucketPage,
  type SloWindowPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { objectiveAt } from '../evaluation/EvaluationPlan';
import type { SloCorrections } from '../evaluation/SloCorrections';
import type { SloEvaluationStore } from '../evaluation/SloEvaluationStore';
import { countedSliceSeconds, excludedSpans } from './countedSpans';
import type { PageOf } from './SloListReader';
import type { SloReadStore } from './SloReadStore';
import type { ReadSlo } from './SloStatusReader';

/** Which buckets are asked for. Instants are epoch milliseconds. */
export interface BucketsRequest extends PageOf {
  resolution: SliResolution;
  from?: number;
  /** Exclusive. */
  to?: number;
}

interface InstantPosition {
  at: number;
}

const position = { at: ['number' as const] };

/** What {@link SloHistoryReader} works with. */
interface SloHistoryReaderOptions {
  reads: Pick<SloReadStore, 'listBuckets' | 'countWindows'>;
  evaluations: Pick<SloEvaluationStore, 'listWindows'>;
  corrections: SloCorrections;
}

/** Lists what a budget was, and what it is made of: past windows, and buckets. */
export class SloHistoryReader {
  readonly #options: SloHistoryReaderOptions;

  constructor(options: SloHistoryReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listWindows(
    { slo }: ReadSlo,
    { objective, limit, cursor }: PageOf & { objective: number },
  ): Promise<SloWindowPage> {
    const { reads, evaluations } = this.#options;
    const { ref } = slo.definition;
    const list = { windows: ref, objective };
    const before = decodeCursor<InstantPosition>(cursor, position, list)?.at;
    const [rows, totalItems] = await Promise.all([
      evaluations.listWindows(ref, objective, { before, limit: limit + 1 }),
      reads.countWindows(ref, objective),
    ]);
    return {
      items: rows.slice(0, limit).map(row => ({
        from: toInstant(row.from),
        to: toInstant(row.to),
        attainment: row.attainment,
        target: row.target,
        remaining: row.remaining,
        state: row.state,
        good: row.good,
        total: row.total,
        complete: row.complete,
      })),
      totalItems,
      nextCursor: cursorOf(
        rows.map(({ to }) => to),
        limit,
        list,
      ),
    };
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listBuckets(
    { slo }: ReadSlo,
    request: BucketsRequest & { objective: number },
  ): Promise<SloBucketPage> {
    const { definition, countsFrom } = slo;
    const { ref, budgetingMethod } = definition;
    const { objective, resolution, limit, cursor, from, to } = request;
    const list = { buckets: ref, objective, resolution, from, to };
    const { items, total } = await this.#options.reads.listBuckets({
      sloRef: ref,
      objective,
      resolution,
      from: Math.max(from ?? 0, countsFrom ?? 0),
      to: to ?? Number.MAX_SAFE_INTEGER,
      before: decodeCursor<InstantPosition>(cursor, position, list)?.at,
      limit: limit + 1,
    });
    const shown = items.slice(0, limit);
    const left = await this.#options.corrections.spansOf([ref]);
    const { excluded } = excludeCorrections(
      shown,
      resolution,
      excludedSpans(
        left.get(ref) ?? [],
        countedSliceSeconds(definition, objectiveAt(definition, objective)),
      ),
    );
    const corrected = new Set(excluded);
    const isSliced = budgetingMethod !== 'Occurrences';
    return {
      items: shown.map(bucket => ({
        start: toInstant(bucket.start),
        seconds: resolution,
        good: bucket.good,
        total: bucket.total,
        slices: isSliced ? bucket.slices : null,
        goodSlices: isSliced ? bucket.goodSlices : null,
        corrected: corrected.has(bucket),
      })),
      totalItems: total,
      nextCursor: cursorOf(
        items.map(({ start }) => start),
        limit,
        list,
      ),
    };
  }
}

/** Where the next page begins, if there is one. */
function cursorOf(
  instants: readonly number[],
  limit: number,
  list: object,
): string | null {
  return instants.length > limit
    ? encodeCursor({ at: instants[limit - 1] }, list)
    : null;
}
