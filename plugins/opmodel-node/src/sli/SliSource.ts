import type {
  SliBucket,
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
}

/** What a source says of one objective. */
export type SliAnswer =
  | {
      id: string;
      /** In order of time, each once. A bucket of which nothing is known is left out: that is "no data", not 0. */
      buckets: SliBucket[];
      /** The very queries that were asked, for people to repeat. */
      queries: string[];
    }
  | {
      id: string;
      /** Why nothing can be said, in words for whoever wrote the document. */
      problem: string;
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
   * Counts by buckets of five minutes. The engine asks every few minutes for what is new, and again for the latest hour, because
   * numbers come late.
   *
   * @param requests - at most 100 at a time, all of this source's type
   * @returns one answer for each request; a request that fails alone answers with its problem
   * @throws when the system cannot be reached at all; the engine keeps what it has, and says that it is old
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
