import {
  type CompositePart,
  countedBucketSeconds,
  SLI_BUCKET_SECONDS,
  type SliBucket,
  type SloDefinition,
  type SloObjective,
  type SloSpan,
  tallyBuckets,
  tallyComposite,
} from '@opmodel/backstage-plugin-opmodel-common';
import { uniqBy } from 'lodash';
import { COMPOSITE_OBJECTIVE } from '../evaluation/SloEvaluationStore';
import { countsByMinute, countsWholeByMinute } from './countsByMinute';
import { onBorder, startOfSlice } from './MeasurementPlan';
import type { SliBucketStore, TalliedSpan } from './SliBucketStore';

/** Time whose slices are counted anew in one go. Milliseconds. */
const RECOUNTED_AT_ONCE = 7 * 86_400_000;

/** What a source said of an objective in a span. */
export interface MeasuredObjective {
  definition: SloDefinition;
  objective: SloObjective;
  span: SloSpan;
  /** Of the length that it was asked for. */
  buckets: readonly SliBucket[];
}

/** Tallies what was measured, with the slices that it completes, and keeps it. */
export class BucketKeeper {
  readonly #store: SliBucketStore;

  constructor(options: { store: SliBucketStore }) {
    this.#store = options.store;
  }

  /** Keeps what sources said, in place of what they said before of the same time. */
  async keep(measured: readonly MeasuredObjective[]): Promise<void> {
    const spans: TalliedSpan[] = [];
    for (const one of measured) {
      spans.push(await this.#tally(one));
    }
    await this.#store.keep(spans);
    await this.#keepWholes(measured);
  }

  /** Tallies composites whose slices are bad where they are for any part. Of the other methods the parts are enough. */
  async #keepWholes(measured: readonly MeasuredObjective[]): Promise<void> {
    const wholes = uniqBy(
      measured.filter(
        ({ definition: { composite, budgetingMethod } }) =>
          composite && budgetingMethod === 'Timeslices',
      ),
      ({ definition }) => definition.ref,
    );
    const spans: TalliedSpan[] = [];
    for (const { definition, objective, span } of wholes) {
      const from = startOfSlice(span.from, objective, definition);
      const of = { from, to: span.to };
      const parts = countsWholeByMinute(definition)
        ? minutesOfParts(definition, span, measured)
        : await this.#listParts(definition, of);
      // Of minutes that were not measured together nothing can be said of the whole.
      if (!parts) {
        continue;
      }
      const { tallies } = tallyComposite(parts, SLI_BUCKET_SECONDS, span.to);
      spans.push({
        sloRef: definition.ref,
        objective: COMPOSITE_OBJECTIVE,
        ...of,
        tallies: tallies.map(tally => ({ ...tally, measured: 1 })),
      });
    }
    await this.#store.keep(spans);
  }

  #listParts(
    { ref, objectives }: SloDefinition,
    span: SloSpan,
  ): Promise<CompositePart[]> {
    return Promise.all(
      objectives.map(async objective => ({
        objective,
        buckets: await this.#listMeasured(ref, objective.index, span),
      })),
    );
  }

  async #listMeasured(
    sloRef: string,
    objective: number,
    span: SloSpan,
  ): Promise<SliBucket[]> {
    const kept = await this.#store.list({
      sloRef,
      objective,
      resolution: SLI_BUCKET_SECONDS,
      ...span,
    });
    return kept.filter(({ measured }) => measured > 0);
  }

  /**
   * Counts slices anew from the buckets of five minutes that are kept. Slices of one minute cannot be, and are left as they are.
   *
   * @param options - `from`: the first instant of which they are kept, epoch milliseconds
   */
  async recount(
    definition: SloDefinition,
    { from, until }: { from: number; until: number },
  ): Promise<void> {
    const recounted = definition.objectives.filter(
      objective => !countsByMinute(objective, definition),
    );
    for (const objective of recounted) {
      const first = Math.ceil(from / 86_400_000) * 86_400_000;
      for (let at = first; at < until; at += RECOUNTED_AT_ONCE) {
        const span = { from: at, to: Math.min(until, at + RECOUNTED_AT_ONCE) };
        const buckets = await this.#listMeasured(
          definition.ref,
          objective.index,
          span,
        );
        await this.keep([{ definition, objective, span, buckets }]);
      }
    }
  }

  /** A slice is counted from all of its buckets, also from those that were measured before. */
  async #tally(one: MeasuredObjective): Promise<TalliedSpan> {
    const { definition, objective, span } = one;
    const { budgetingMethod } = definition;
    const of = { sloRef: definition.ref, objective: objective.index };
    const from = startOfSlice(span.from, objective, definition);
    const before =
      from < span.from
        ? await this.#listMeasured(of.sloRef, of.objective, {
            from,
            to: span.from,
          })
        : [];
    const buckets = [...before, ...usableBuckets(one)];
    const known = new Set(buckets.map(({ start }) => onBorder(start)));
    const { tallies } = tallyBuckets(
      buckets,
      objective,
      budgetingMethod,
      SLI_BUCKET_SECONDS,
      span.to,
    );
    return {
      ...of,
      from,
      to: span.to,
      tallies: tallies.map(tally => ({
        ...tally,
        measured: known.has(tally.start) ? 1 : 0,
      })),
    };
  }
}

/** What was measured by buckets of the length that was asked for, in the time that was asked for. */
function usableBuckets({
  definition: { budgetingMethod },
  objective,
  span,
  buckets,
}: MeasuredObjective): SliBucket[] {
  const length = countedBucketSeconds(objective, budgetingMethod) * 1_000;
  return buckets.filter(
    ({ start }) =>
      start >= span.from && start < span.to && start % length === 0,
  );
}

/**
 * The parts of a composite with their minutes.
 *
 * @returns null where some of them were not measured in the span
 */
function minutesOfParts(
  { ref, objectives }: SloDefinition,
  span: SloSpan,
  measured: readonly MeasuredObjective[],
): CompositePart[] | null {
  const parts: CompositePart[] = [];
  for (const { index } of objectives.filter(({ indicator }) => indicator)) {
    const part = measured.find(
      one =>
        one.definition.ref === ref &&
        one.objective.index === index &&
        one.span.from === span.from &&
        one.span.to === span.to,
    );
    if (!part) {
      return null;
    }
    parts.push({ objective: part.objective, buckets: usableBuckets(part) });
  }
  return parts;
}
