/** The version of OpenSLO that everything here is converted to. */
export const OPENSLO_V1 = 'openslo/v1';

/** What every document of `openslo/v1` says of itself. */
export interface OpenSloV1Metadata {
  name: string;
  displayName?: string;
  labels?: Record<string, string | string[]>;
  annotations?: Record<string, string>;
}

/** A document of one kind. */
export interface OpenSloV1Of<Kind extends string, Spec> {
  apiVersion: typeof OPENSLO_V1;
  kind: Kind;
  metadata: OpenSloV1Metadata;
  spec: Spec;
}

/** Something of a kind of its own that stands inside another document. */
export interface OpenSloV1Inline<Kind extends string, Spec> {
  kind: Kind;
  metadata: OpenSloV1Metadata;
  spec: Spec;
}

export type OpenSloOperator = 'lte' | 'gte' | 'lt' | 'gt';

export type OpenSloBudgetingMethod =
  | 'Occurrences'
  | 'Timeslices'
  | 'RatioTimeslices';

export interface OpenSloV1ServiceSpec {
  description?: string;
}
export type OpenSloV1Service = OpenSloV1Of<'Service', OpenSloV1ServiceSpec>;

export interface OpenSloV1DataSourceSpec {
  description?: string;
  /** Of the system, such as `Prometheus`. */
  type: string;
  connectionDetails: unknown;
}
export type OpenSloV1DataSource = OpenSloV1Of<
  'DataSource',
  OpenSloV1DataSourceSpec
>;

/** One query of one system. */
export interface OpenSloV1Metric {
  metricSource: {
    /** Name of a DataSource. */
    metricSourceRef?: string;
    /** Of the system; needed unless a DataSource is named. */
    type?: string;
    /** What is asked, in the words of the system. */
    spec: Record<string, unknown>;
  };
}

export interface OpenSloV1RatioMetric {
  /** Whether the metrics only ever grow. Of no meaning with `raw`. */
  counter?: boolean;
  good?: OpenSloV1Metric;
  bad?: OpenSloV1Metric;
  total?: OpenSloV1Metric;
  rawType?: 'success' | 'failure';
  raw?: OpenSloV1Metric;
}

export interface OpenSloV1SliSpec {
  description?: string;
  /** Exactly one of the two metrics is given. */
  thresholdMetric?: OpenSloV1Metric;
  ratioMetric?: OpenSloV1RatioMetric;
}
export type OpenSloV1Sli = OpenSloV1Of<'SLI', OpenSloV1SliSpec>;

/** An SLI that stands inside an SLO; it needs no kind. */
export interface OpenSloV1Indicator {
  metadata: OpenSloV1Metadata;
  spec: OpenSloV1SliSpec;
}

export interface OpenSloV1TimeWindow {
  /** Shorthand such as `4w`; `m` is a minute and `M` a month. */
  duration: string;
  isRolling?: boolean;
  calendar?: {
    /** `2026-01-01 00:00:00`, on the clock of the zone. */
    startTime: string;
    /** IANA name. */
    timeZone: string;
  };
}

export interface OpenSloV1Objective {
  displayName?: string;
  op?: OpenSloOperator;
  value?: number;
  /** 0 up to and without 1. Exactly one of `target` and `targetPercent` is given. */
  target?: number;
  /** 0 up to and without 100. */
  targetPercent?: number;
  /** Above 0 up to 1. */
  timeSliceTarget?: number;
  /** Shorthand, or a number of minutes. */
  timeSliceWindow?: string | number;
  indicator?: OpenSloV1Indicator;
  indicatorRef?: string;
  /** Above 0; 1 unless given. */
  compositeWeight?: number;
}

export interface OpenSloV1SloSpec {
  description?: string;
  service: string;
  indicator?: OpenSloV1Indicator;
  indicatorRef?: string;
  /** One. */
  timeWindow?: OpenSloV1TimeWindow[];
  budgetingMethod: OpenSloBudgetingMethod;
  objectives: OpenSloV1Objective[];
  alertPolicies?: (
    | { alertPolicyRef: string }
    | OpenSloV1Inline<'AlertPolicy', OpenSloV1AlertPolicySpec>
  )[];
}
export type OpenSloV1Slo = OpenSloV1Of<'SLO', OpenSloV1SloSpec>;

export interface OpenSloV1AlertPolicySpec {
  description?: string;
  alertWhenNoData?: boolean;
  alertWhenResolved?: boolean;
  alertWhenBreaching?: boolean;
  /** One. */
  conditions: (
    | { conditionRef: string }
    | OpenSloV1Inline<'AlertCondition', OpenSloV1AlertConditionSpec>
  )[];
  notificationTargets: (
    | { targetRef: string }
    | OpenSloV1Inline<
        'AlertNotificationTarget',
        OpenSloV1AlertNotificationTargetSpec
      >
  )[];
}
export type OpenSloV1AlertPolicy = OpenSloV1Of<
  'AlertPolicy',
  OpenSloV1AlertPolicySpec
>;

export interface OpenSloV1AlertConditionSpec {
  description?: string;
  severity: string;
  condition: {
    kind: 'burnrate';
    op: OpenSloOperator;
    threshold: number;
    lookbackWindow: string;
    alertAfter?: string;
  };
}
export type OpenSloV1AlertCondition = OpenSloV1Of<
  'AlertCondition',
  OpenSloV1AlertConditionSpec
>;

export interface OpenSloV1AlertNotificationTargetSpec {
  description?: string;
  target: string;
}
export type OpenSloV1AlertNotificationTarget = OpenSloV1Of<
  'AlertNotificationTarget',
  OpenSloV1AlertNotificationTargetSpec
>;

/** Any document of `openslo/v1`. */
export type OpenSloV1Object =
  | OpenSloV1AlertCondition
  | OpenSloV1AlertNotificationTarget
  | OpenSloV1AlertPolicy
  | OpenSloV1DataSource
  | OpenSloV1Service
  | OpenSloV1Sli
  | OpenSloV1Slo;

/** The kinds of `openslo/v1`. */
export const openSloV1Kinds = [
  'AlertCondition',
  'AlertNotificationTarget',
  'AlertPolicy',
  'DataSource',
  'SLI',
  'SLO',
  'Service',
] as const;
export type OpenSloV1Kind = (typeof openSloV1Kinds)[number];
