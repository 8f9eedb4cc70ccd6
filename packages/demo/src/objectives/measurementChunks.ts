import { DAY } from '../history/workload';
import {
  drawMeasurement,
  type MeasurementItem,
  type Trouble,
} from './drawMeasurement';
import type { ServiceLevel } from './ServiceLevel';

const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;

/** How far back the demo organisation tells five minutes; hours before that, and days before those. Milliseconds. */
const TOLD_BY_FIVE_MINUTES = 2 * DAY;
const TOLD_BY_HOURS = 40 * DAY;

/** Longest span of one chunk, by length of its buckets: each is one request of at most 1,000 items or a few. */
const CHUNK = { 300: 3 * HOUR, 3600: 36 * HOUR, 86400: 40 * DAY };

/** A span of time with buckets of one length. Instants are epoch milliseconds. */
export interface ChunkSpan {
  from: number;
  to: number;
  seconds: MeasurementItem['seconds'];
}

/**
 * The spans in which measurements are sent, the newest first.
 *
 * @param options - `since`: first instant of all, on a midnight; `until`: now. Epoch milliseconds
 */
export function chunkSpans(options: {
  since: number;
  until: number;
}): ChunkSpan[] {
  const { since } = options;
  const until = floor(options.until, FIVE_MINUTES);
  const hours = Math.max(since, floor(until - TOLD_BY_FIVE_MINUTES, HOUR));
  const days = Math.max(since, floor(until - TOLD_BY_HOURS, DAY));
  return [
    ...spansOf(hours, until, 300),
    ...spansOf(days, hours, 3600),
    ...spansOf(since, days, 86400),
  ];
}

function spansOf(
  from: number,
  until: number,
  seconds: MeasurementItem['seconds'],
): ChunkSpan[] {
  const spans: ChunkSpan[] = [];
  for (let to = until; to > from; to -= CHUNK[seconds]) {
    spans.push({ from: Math.max(from, to - CHUNK[seconds]), to, seconds });
  }
  return spans;
}

/** An objective with what went wrong for it. */
export interface DrawnLevel {
  level: ServiceLevel;
  troubles: readonly Trouble[];
}

/** What is sent of a span. */
export function drawChunk(
  levels: readonly DrawnLevel[],
  { from, to, seconds }: ChunkSpan,
  options: { seed: string; anchorDay: number },
): MeasurementItem[] {
  const starts: number[] = [];
  for (let start = from; start < to; start += seconds * 1_000) {
    starts.push(start);
  }
  return levels.flatMap(({ level, troubles }) =>
    starts.map(start =>
      drawMeasurement(level, troubles, { ...options, start, seconds }),
    ),
  );
}

function floor(instant: number, length: number): number {
  return Math.floor(instant / length) * length;
}
