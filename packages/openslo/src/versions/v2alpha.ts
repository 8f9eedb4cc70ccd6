import type {
  OpenSloBudgetingMethod,
  OpenSloOperator,
  OpenSloV1AlertConditionSpec,
  OpenSloV1AlertNotificationTargetSpec,
  OpenSloV1DataSourceSpec,
  OpenSloV1ServiceSpec,
  OpenSloV1TimeWindow,
} from './v1';

/** The proposal for the next version of OpenSLO. */
export const OPENSLO_V2ALPHA = 'openslo.com/v2alpha';

/** As Kubernetes has it: no display name, and one value a label. */
export interface OpenSloV2alphaMetadata {
  name: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/** A document of one kind. */
export interface OpenSloV2alphaOf<Kind extends string, Spec> {
  apiVersion: typeof OPENSLO_V2ALPHA;
  kind: Kind;
  metadata: OpenSloV2alphaMetadata;
  spec: Spec;
}

/** Something of a kind of its own that stands inside another document. */
export interface OpenSloV2alphaInline<Kind extends string, Spec> {
  kind: Kind;
  metadata: OpenSloV2alphaMetadata;
  spec: Spec;
}

export type OpenSloV2alphaService = OpenSloV2alphaOf<
  'Service',
  OpenSloV1ServiceSpec
>;
export type OpenSloV2alphaDataSource = OpenSloV2alphaOf<
  'DataSource',
  OpenSloV1DataSourceSpec
>;

/** One query of one system, which is named or described in place. */
export interface OpenSloV2alphaMetric {
  dataSourceRef?: string;
  dataSourceSpec?: OpenSloV1DataSourceSpec;
  spec?: Record<string, unknown>;
}

export interface OpenSloV2alphaRatioMetric {
  counter?: boolean;
  good?: OpenSloV2alphaMetric;
  bad?: OpenSloV2alphaMetric;
  total?: OpenSloV2alphaMetric;
  rawType?: 'success' | 'failure';
  raw?: OpenSloV2alphaMetric;
}

export interface OpenSloV2alphaSliSpec {
  description?: string;
  thresholdMetric?: OpenSloV2alphaMetric;
  ratioMetric?: OpenSloV2alphaRatioMetric;
}
export type OpenSloV2alphaSli = OpenSloV2alphaOf<'SLI', OpenSloV2alphaSliSpec>;

/** An SLI that stands inside an SLO. */
export interface OpenSloV2alphaInlineSli {
  metadata: OpenSloV2alphaMetadata;
  spec: OpenSloV2alphaSliSpec;
}

export interface OpenSloV2alphaObjective {
  displayName?: string;
  /** Of the proposal; it has no place in `openslo/v1`. */
  labels?: Record<string, string>;
  op?: OpenSloOperator;
  value?: number;
  target?: number;
  targetPercent?: number;
  timeSliceTarget?: number;
  timeSliceWindow?: string | number;
  sli?: OpenSloV2alphaInlineSli;
  sliRef?: string;
  compositeWeight?: number;
}

export interface OpenSloV2alphaSloSpec {
  description?: string;
  /** The name that the SDK reads. */
  serviceRef?: string;
  /** The name in the text of the proposal. */
  service?: string;
  sli?: OpenSloV2alphaInlineSli;
  sliRef?: string;
  /** One, of minutes, hours, days or weeks. */
  timeWindow?: OpenSloV1TimeWindow[];
  budgetingMethod: OpenSloBudgetingMethod;
  objectives: OpenSloV2alphaObjective[];
  alertPolicies?: (
    | { alertPolicyRef: string }
    | OpenSloV2alphaInline<'AlertPolicy', OpenSloV2alphaAlertPolicySpec>
  )[];
}
export type OpenSloV2alphaSlo = OpenSloV2alphaOf<'SLO', OpenSloV2alphaSloSpec>;

export interface OpenSloV2alphaAlertPolicySpec {
  description?: string;
  alertWhenNoData?: boolean;
  alertWhenResolved?: boolean;
  alertWhenBreaching?: boolean;
  conditions: (
    | { conditionRef: string }
    | OpenSloV2alphaInline<'AlertCondition', OpenSloV1AlertConditionSpec>
  )[];
  notificationTargets: (
    | { targetRef: string }
    | OpenSloV2alphaInline<
        'AlertNotificationTarget',
        OpenSloV1AlertNotificationTargetSpec
      >
  )[];
}
export type OpenSloV2alphaAlertPolicy = OpenSloV2alphaOf<
  'AlertPolicy',
  OpenSloV2alphaAlertPolicySpec
>;
export type OpenSloV2alphaAlertCondition = OpenSloV2alphaOf<
  'AlertCondition',
  OpenSloV1AlertConditionSpec
>;
export type OpenSloV2alphaAlertNotificationTarget = OpenSloV2alphaOf<
  'AlertNotificationTarget',
  OpenSloV1AlertNotificationTargetSpec
>;

/** Any document of `openslo.com/v2alpha`. */
export type OpenSloV2alphaObject =
  | OpenSloV2alphaAlertCondition
  | OpenSloV2alphaAlertNotificationTarget
  | OpenSloV2alphaAlertPolicy
  | OpenSloV2alphaDataSource
  | OpenSloV2alphaService
  | OpenSloV2alphaSli
  | OpenSloV2alphaSlo;
