import type { OpenSloOperator, OpenSloV1TimeWindow } from './v1';

/** The first version of OpenSLO, which some generators still read. */
export const OPENSLO_V1ALPHA = 'openslo/v1alpha';

export interface OpenSloV1alphaMetadata {
  name: string;
  displayName?: string;
}

/** A document of one kind. */
export interface OpenSloV1alphaOf<Kind extends string, Spec> {
  apiVersion: typeof OPENSLO_V1ALPHA;
  kind: Kind;
  metadata: OpenSloV1alphaMetadata;
  spec: Spec;
}

export type OpenSloV1alphaService = OpenSloV1alphaOf<
  'Service',
  { description?: string }
>;

/** One query of one system. */
export interface OpenSloV1alphaMetric {
  source: string;
  queryType: string;
  query: string;
}

export interface OpenSloV1alphaTimeWindow {
  unit: 'Second' | 'Day' | 'Week' | 'Month' | 'Quarter';
  count: number;
  isRolling?: boolean;
  calendar?: OpenSloV1TimeWindow['calendar'];
}

export interface OpenSloV1alphaObjective {
  displayName?: string;
  value?: number;
  op?: OpenSloOperator;
  target: number;
  timeSliceTarget?: number;
  ratioMetrics?: {
    good: OpenSloV1alphaMetric;
    total: OpenSloV1alphaMetric;
    /** Whether the metrics only ever grow. */
    incremental?: boolean;
  };
}

export interface OpenSloV1alphaSloSpec {
  description?: string;
  service: string;
  budgetingMethod: 'Occurrences' | 'Timeslices';
  /** For threshold metrics; ratios stand with their objectives. */
  indicator?: { thresholdMetric: OpenSloV1alphaMetric };
  timeWindows: OpenSloV1alphaTimeWindow[];
  objectives: OpenSloV1alphaObjective[];
}
export type OpenSloV1alphaSlo = OpenSloV1alphaOf<'SLO', OpenSloV1alphaSloSpec>;

/** Any document of `openslo/v1alpha`. */
export type OpenSloV1alphaObject = OpenSloV1alphaService | OpenSloV1alphaSlo;
