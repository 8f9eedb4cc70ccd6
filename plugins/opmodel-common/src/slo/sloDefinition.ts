/** How a budget is counted: by events, by slices of time that are good or bad, or by the mean of the slices' ratios. */
export const budgetingMethods = [
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
] as const;
export type BudgetingMethod = (typeof budgetingMethods)[number];

/** Units of OpenSLO's duration shorthand, case-sensitive: `m` is a minute and `M` a month. */
export const sloDurationUnits = ['m', 'h', 'd', 'w', 'M', 'Q', 'Y'] as const;
export type SloDurationUnit = (typeof sloDurationUnits)[number];

/** A length of time such as `30d`. Days and longer are calendar lengths in the zone of their window. */
export interface SloDuration {
  /** 1 or more. */
  count: number;
  unit: SloDurationUnit;
}

/** Over which time an objective holds. */
export type SloWindow =
  | { type: 'rolling'; duration: SloDuration }
  | {
      type: 'calendar';
      duration: SloDuration;
      /** Where the first window begins, on the clock of the zone: `2026-01-01 00:00:00`. */
      startTime: string;
      /** IANA name. */
      zone: string;
    };

/** Where numbers come from: one query of one system. */
export interface MetricSource {
  /** Of the system, in lower case: `prometheus`, `opmodel`, `push`. */
  type: string;
  /** Name of the DataSource document; null: the configured one of this type. */
  dataSource: string | null;
  /** Connection details of the DataSource document. */
  connection: Record<string, unknown>;
  /** What is asked, in the words of the system. */
  spec: Record<string, unknown>;
}

/** What is measured. */
export type SliIndicator =
  | {
      type: 'ratio';
      /** Whether the metrics only ever grow, so that increases are meant. */
      counter: boolean;
      /** Exactly one of good and bad. */
      good?: MetricSource;
      bad?: MetricSource;
      total: MetricSource;
    }
  | {
      type: 'raw';
      counter: boolean;
      /** Whether the ratio that is read is of what went well. */
      rawType: 'success' | 'failure';
      raw: MetricSource;
    }
  | { type: 'threshold'; metric: MetricSource };

export type SloOperator = 'lte' | 'gte' | 'lt' | 'gt';

/** One objective of an SLO. */
export interface SloObjective {
  /** Place in the document, from 0. It is the objective's name in rows and paths. */
  index: number;
  title: string | null;
  /** 0 up to and without 1. */
  target: number;
  /** Of a slice, above 0 up to 1: what it takes for a slice to be good. Timeslices only. */
  timeSliceTarget: number | null;
  /** Length of a slice in seconds. Timeslices and RatioTimeslices only. */
  timeSliceSeconds: number | null;
  /** For threshold metrics: what a value is compared with. */
  comparison: { operator: SloOperator; value: number } | null;
  /** Null: it cannot be measured; the problems of the document say why. */
  indicator: SliIndicator | null;
  /** Share in a composite; 1 unless the document says otherwise. */
  weight: number;
}

/** A condition of an alert policy of the document. */
export interface SloAlertCondition {
  policy: string;
  severity: string;
  /** Burn rate from which it holds. */
  threshold: number;
  operator: SloOperator;
  /** Seconds over which the burn is looked at. */
  lookbackSeconds: number;
  /** Seconds for which it has to hold. */
  alertAfterSeconds: number;
  alertWhenNoData: boolean;
  alertWhenResolved: boolean;
  /** False: a burn alerts nobody, such as where a policy is for missing data alone. Absent: it does alert. */
  alertWhenBreaching?: boolean;
}

/** An SLO as the engine works with it: an OpenSLO document whose references are resolved. */
export interface SloDefinition {
  /** `slo:default/checkout-availability`. */
  ref: string;
  title: string;
  description: string | null;
  /** What it measures, an entity of the catalog; null: nothing that is known. */
  entityRef: string | null;
  /** Who answers for it; null: whoever owns what it measures. */
  ownerRef: string | null;
  budgetingMethod: BudgetingMethod;
  window: SloWindow;
  objectives: SloObjective[];
  /** Whether the objectives are parts of one whole, each with an indicator of its own. */
  composite: boolean;
  alertConditions: SloAlertCondition[];
  /** ISO day on which somebody is to look at it again. */
  reviewOn: string | null;
}
