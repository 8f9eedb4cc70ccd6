import type { OpmodelState, SeriesId } from '../../palette/palette';

/** One series of a trend over weeks, drawn in a panel of its own above a shared time axis. */
export interface TrendPanel {
  id: string;
  label: string;
  series: SeriesId;
  /** Bars for counts, a line for what is measured. Both begin at zero. */
  kind: 'bar' | 'line';
  /** What the values are: seconds, a count, or a share between 0 and 1. */
  scale: 'duration' | 'count' | 'share';
  /** A line that needs less height than the main one of a chart. */
  low?: boolean;
  /** A value per week; null is drawn as a gap. */
  values: Array<number | null>;
  /** The window before, aligned by position. */
  previous?: Array<number | null>;
  /** A spread around the line, for instance median to 75th percentile. */
  band?: {
    label: string;
    high: Array<number | null>;
  };
  /** What of a bar is of another kind, drawn at its foot, for instance deployments that failed. */
  part?: {
    label: string;
    series: SeriesId;
    values: Array<number | null>;
  };
}

/** A row of marks above the panels: in which weeks something happened, and how often. */
export interface TrendLane {
  id: string;
  /** Stands before the marks: one short word. */
  label: string;
  /** Gives the marks their shape and colour. */
  state: OpmodelState;
  /** A count per week; nothing is marked where it is zero or not known. */
  counts: Array<number | null>;
  /** What a mark says on hover and focus. */
  describe: (count: number) => string;
}

/** Days that are shaded, since what happens then counts for nothing. */
export interface TrendPeriod {
  /** First and last ISO day, both included. */
  from: string;
  to: string;
  /** One word, drawn at the top. */
  label: string;
}
