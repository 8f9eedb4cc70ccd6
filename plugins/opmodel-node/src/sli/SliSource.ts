import type {
  SliBucket,
  SliBucketSeconds,
  SliIndicator,
  SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CollectorContext } from '../Collector';

/** What the engine wants to know of one objective. */
export interface SliRequest {
  /** Unique in a call, and repeated in the answer. */
  id: string;
  indicator: SliIndicator;
  /** For threshold metrics: what a value is compared with. */
  comparison: SloObjective['comparison'];
  /** Which entity is measured; null: none that is known. */
  entityRef: string | null;
  /** First instant asked for, epoch milliseconds, on the border of a bucket. */
  from: number;
  /** End, epoch milliseconds, on the border of a bucket and not after now. */
  to: number;
  /**
   * Length of the buckets that are wanted: 60 where slices of one minute are to be counted; absent: 300. Whoever cannot count by the
   * minute answers with the problem, since longer buckets would be taken for those of a minute.
   */
  bucketSeconds?: SliBucketSeconds;
}

/** What a source says of one objective. */
export type SliAnswer =
  | {
      id: string;
      /**
       * In order of time, each once, with `good` from 0 to `total`. A bucket of which nothing is known is left out: that is "no data",
       * not 0. What is known as a share of time only, such as a gauge that is compared or a ratio without its counts, is counted in
       * seconds: `total` is the time of which something is known, at most the bucket's length.
       */
      buckets: SliBucket[];
      /** The very queries that were asked, for people to repeat. At least one. */
      queries: string[];
    }
  | {
      id: string;
      /** Why nothing can be said, in words for whoever wrote the document or, where one of several systems is down, for its operator. */
      problem: string;
      /** As far as they are known: none where the document says nothing that could be asked. */
      queries: string[];
    };

/** What the engine hands to a source with each question. */
export type SliContext = Pick<
  CollectorContext,
  'signal' | 'budgetShare' | 'reportProgress'
>;

/** Counts good and total events of objectives in one kind of system. */
export interface SliSource {
  /** Type of metric sources that it answers for, in lower case: `prometheus`. */
  type: string;
  /** For people: `Prometheus`. */
  title: string;
  /**
   * Counts by buckets of the length that is asked for, five minutes unless it is told. The engine asks every few minutes for what is new, and again for the latest hour, because
   * numbers come late; so the same question may be asked again, and a longer one gives the same buckets as its parts.
   * {@link sliSourceContract} holds a source to all of it.
   *
   * @param requests - at most 100 at a time, all of this source's type
   * @returns one answer for each request; a request that fails alone answers with its problem
   * @throws when no system can be reached at all, and what the signal says when it is told to stop; the engine keeps what it has, and
   *   says that it is old
   */
  measure(
    requests: readonly SliRequest[],
    context: SliContext,
  ): Promise<SliAnswer[]>;
  /**
   * The query by which people see an objective in the system itself, at its address.
   *
   * @returns null where there is none
   */
  link?(request: Pick<SliRequest, 'indicator' | 'comparison'>): string | null;
}
