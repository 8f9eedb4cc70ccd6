import type { OpenSloDuration } from '../duration/parseDuration';
import type { OpenSloBudgetingMethod, OpenSloOperator } from '../versions/v1';

/** Where numbers come from: one query of one system. */
export interface ResolvedMetricSource {
  /** Of the system, as written: `Prometheus`. */
  type: string;
  /** Name of the DataSource document that is referred to; null: none is. */
  dataSource: string | null;
  /** Connection details of that document; empty where it is not among the documents. */
  connection: Record<string, unknown>;
  /** What is asked, in the words of the system. */
  spec: Record<string, unknown>;
}

/** What is measured. */
export type ResolvedIndicator =
  | {
      type: 'ratio';
      /** Whether the metrics only ever grow. */
      counter: boolean;
      /** Exactly one of good and bad. */
      good?: ResolvedMetricSource;
      bad?: ResolvedMetricSource;
      total: ResolvedMetricSource;
    }
  | {
      type: 'raw';
      counter: boolean;
      /** Whether the ratio that is read is of what went well. */
      rawType: 'success' | 'failure';
      raw: ResolvedMetricSource;
    }
  | { type: 'threshold'; metric: ResolvedMetricSource };

/** Over which time an objective holds. */
export type ResolvedWindow =
  | { type: 'rolling'; duration: OpenSloDuration }
  | {
      type: 'calendar';
      duration: OpenSloDuration;
      /** Where the first window begins, on the clock of the zone: `2026-01-01 00:00:00`. */
      startTime: string;
      /** IANA name. */
      zone: string;
    };

export interface ResolvedObjective {
  /** Place in the document, from 0. */
  index: number;
  title: string | null;
  /** 0 up to and without 1, without the noise that a division by 100 leaves. */
  target: number;
  /** Above 0 up to 1; null unless the method is Timeslices. */
  timeSliceTarget: number | null;
  /** Length of a slice in seconds; null for Occurrences. */
  timeSliceSeconds: number | null;
  /** For threshold metrics: what a value is compared with. */
  comparison: { operator: OpenSloOperator; value: number } | null;
  /** Null: it cannot be measured; the problems say why. */
  indicator: ResolvedIndicator | null;
  /** Name of the SLI; null when there is none. */
  indicatorName: string | null;
  /** Share in a composite; 1 unless the document says otherwise. */
  weight: number;
}

export interface ResolvedAlertCondition {
  name: string;
  severity: string;
  /** Burn rate from which it holds. */
  threshold: number;
  operator: OpenSloOperator;
  lookback: OpenSloDuration;
  /** For how long it has to hold; null: at once. */
  alertAfter: OpenSloDuration | null;
}

export interface ResolvedNotificationTarget {
  name: string;
  /** As written: `slack`, `email`. */
  target: string;
  description: string | null;
}

export interface ResolvedAlertPolicy {
  name: string;
  title: string | null;
  description: string | null;
  alertWhenNoData: boolean;
  alertWhenResolved: boolean;
  /** Unless the document says that it does not. */
  alertWhenBreaching: boolean;
  conditions: ResolvedAlertCondition[];
  notificationTargets: ResolvedNotificationTarget[];
}

/** An SLO with everything in place that it refers to. */
export interface ResolvedSlo {
  name: string;
  title: string | null;
  description: string | null;
  labels: Record<string, string[]>;
  annotations: Record<string, string>;
  /** `known`: whether a Service document of that name is among the documents. */
  service: { name: string; title: string | null; known: boolean } | null;
  budgetingMethod: OpenSloBudgetingMethod;
  window: ResolvedWindow;
  /** At least one; those without a usable target are left out, and the problems say so. */
  objectives: ResolvedObjective[];
  /** Whether the objectives are parts of one whole, each with an indicator of its own. */
  composite: boolean;
  alertPolicies: ResolvedAlertPolicy[];
}
