/** A rule by which Prometheus keeps the value of a query. */
export interface RecordingRule {
  record: string;
  expr: string;
  labels: Record<string, string>;
}

/** A rule by which Prometheus tells people. */
export interface AlertingRule {
  alert: string;
  expr: string;
  for?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** Rules that are evaluated one after the other. */
export interface RuleGroup {
  name: string;
  /** As Prometheus writes it; without one it is the server's. */
  interval?: string;
  rules: (RecordingRule | AlertingRule)[];
}

/** A file of rules as Prometheus reads it. */
export interface RuleFile {
  groups: RuleGroup[];
}
