import type {
  ComponentSelection,
  DaySpan,
} from '../../catalog/ComponentSelection';
import type { ItemMoment } from '../FlowStore';

/** A component as a list names it. */
export interface NamedComponent {
  entityRef: string;
  /** Title, or else name. */
  title: string;
  ownerRef: string | null;
}

/** A component with work in progress that is older than expected. */
export interface AgedComponent extends NamedComponent {
  /** Items that are older. */
  items: number;
  /** When the oldest of them began, epoch milliseconds. */
  oldest: number;
  /** Seconds. */
  expectation: number;
}

/** A component with runs of pipelines. */
export interface BuildingComponent extends NamedComponent {
  /** Runs that count. */
  runs: number;
  successes: number;
}

/** Which work is older than expected. */
export interface AgedRequest {
  moment: ItemMoment;
  /** Seconds that hold for every component; null: for each what it did in the span. */
  expectation: number | null;
  /** From what the expectation of a component is observed. */
  observed: DaySpan & {
    /** The share of items it is made for, 0 to 1. */
    share: number;
    /** Fewer completed items make no expectation. */
    minimum: number;
  };
}

/** Finds the components that flow asks people to look at. Every read is limited to what the selection's visibility lets through. */
export interface FlowAttentionStore {
  /** Ordered by ref. */
  listAged(
    calculation: string,
    selection: ComponentSelection,
    request: AgedRequest,
  ): Promise<AgedComponent[]>;

  /**
   * Components of which less than a share of at least so many runs succeeded in a span, ordered by ref.
   */
  listFailing(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limits: { success: number; runs: number },
  ): Promise<BuildingComponent[]>;
}
