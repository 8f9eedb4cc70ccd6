import type { SeriesId } from '../../palette/palette';

/** One series of a trend over weeks, drawn in a panel of its own above a shared time axis. */
export interface TrendPanel {
  id: string;
  label: string;
  series: SeriesId;
  /** Bars for counts, a line for what is measured. Both begin at zero. */
  kind: 'bar' | 'line';
  /** What the values are: seconds or a count. */
  scale: 'duration' | 'count';
  /** A value per week; null is drawn as a gap. */
  values: Array<number | null>;
  /** The window before, aligned by position. */
  previous?: Array<number | null>;
  /** A spread around the line, for instance median to 75th percentile. */
  band?: {
    label: string;
    high: Array<number | null>;
  };
}

/** Where something happened on the time axis. */
export interface TrendMark {
  /** ISO day. */
  day: string;
  label: string;
}
