import type { HumanDuration } from '@backstage/types';
import type {
  FactSchema,
  FactValue,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What a provider sees of a catalog entity. */
export interface FactEntity {
  /** `component:default/checkout`, in lower case. */
  entityRef: string;
  /** In lower case. */
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  description?: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  systemRef?: string;
  domainRef?: string;
  ownerRef?: string;
  tags: readonly string[];
  annotations: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
}

/** What a provider tells of one entity. */
export type ToldFacts =
  | {
      entityRef: string;
      /**
       * All that it has to tell of the entity, by the names of its schema. A value that is null: it looked, and there is none. A name
       * that is left out is not told any more.
       */
      facts: Readonly<Record<string, FactValue>>;
    }
  | {
      entityRef: string;
      /** Why nothing can be told of this entity now; what was told before stays, for as long as it is believed. */
      problem: string;
    };

/** What the engine hands to a provider with each question. */
export interface FactContext {
  /** Ends the run; the provider passes it on to whatever it waits for. */
  signal: AbortSignal;
  /** When the run began, epoch milliseconds: the same for all of its questions. */
  now: number;
}

/**
 * Tells facts of catalog entities, which checks of scorecards are made of.
 *
 * The engine asks for batches of entities and keeps what differs from what it knows. A run that throws tells nothing: the facts stay as
 * they were, and are taken as not told once they are older than `freshness`.
 */
export interface FactProvider {
  /** Name in expressions, `dora` in `dora.changeFailRate`: a small letter, then letters and digits. */
  id: string;
  /** For people: `DORA metrics`. */
  title: string;
  /** The facts that it may tell, by name. */
  schema: FactSchema;
  /** Kinds of entities that it is asked about, in lower case; absent: all that can be scored. */
  kinds?: readonly string[];
  /** How often it is asked. At least a minute. */
  cadence: HumanDuration;
  /** For how long its facts are believed after they were told. Longer than the cadence. */
  freshness: HumanDuration;
  /** How many entities it is asked about at a time; default: 500. */
  batchSize?: number;
  /**
   * Whether its facts follow from the catalog alone: it is asked at once about every entity that has changed there. All others are asked at
   * once about entities that are new or belong to something else outside, such as another repository. Default: false.
   */
  followsCatalog?: boolean;
  /**
   * Tells what it knows of entities. Asking twice must do no harm.
   *
   * @returns in any order, each entity at most once; nothing is known of those that are left out, and what was told of them before is
   *   withdrawn
   * @throws when nothing can be told of any of them
   */
  provide(
    entities: readonly FactEntity[],
    context: FactContext,
  ): Promise<ToldFacts[]>;
}
