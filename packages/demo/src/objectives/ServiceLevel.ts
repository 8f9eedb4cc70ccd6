/** How one objective of the demo organisation is kept. */
export interface ServiceLevel {
  /** Name of the SLO. */
  slo: string;
  /** Place of the objective in the document. */
  objective: number;
  /** Component whose incidents and failed deployments it feels. */
  component: string;
  /** Events a minute on an average day. */
  perMinute: number;
  /** Share of events that are not good on a day on which nothing happens. */
  badShare: number;
  /** How much of an incident it feels: 1 for what fails, less for what only slows down. Default: 1. */
  sensitivity?: number;
  /** What has gone wrong for days and is not noticed yet. */
  burn?: {
    /** Days from the first start, below 0 before it. */
    fromDay: number;
    /** Absent: it goes on. */
    untilDay?: number;
    badShare: number;
  };
}
