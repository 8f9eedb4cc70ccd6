import { useTheme } from '@material-ui/core/styles';
import type { SeriesId } from '../../palette/palette';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { segments } from './segments';

/** Props of {@link Sparkline}. */
export interface SparklineProps {
  /** Oldest first; null is a gap. */
  values: Array<number | null>;
  /** The window before, drawn behind, aligned at the newest value. */
  previous?: Array<number | null>;
  /** What it shows, in words; its accessible name. */
  label: string;
  /** Bars begin at zero; a line shows shape only. Default line. */
  kind?: 'line' | 'bar';
  series?: SeriesId;
  width?: number;
  height?: number;
  /** Stretches to the width of its parent. */
  fluid?: boolean;
}

const PADDING = 3;

/** A small trend without axes. */
export function Sparkline(props: SparklineProps) {
  const {
    values,
    previous = [],
    label,
    kind = 'line',
    series,
    width = 120,
    height = 32,
    fluid,
  } = props;
  const theme = useTheme();
  const palette = useOpmodelPalette();
  const colour = series ? palette.series[series] : theme.palette.primary.main;
  const known = [...values, ...previous].filter(
    (value): value is number => value !== null,
  );
  const lowest = kind === 'bar' ? 0 : Math.min(...known);
  const highest = Math.max(...known);
  const span = highest - lowest || 1;
  const slots = Math.max(values.length, previous.length, 2);
  const step = (width - 2 * PADDING) / (slots - 1);
  const x = (index: number, length: number) =>
    PADDING + (slots - length + index) * step;
  // A line that stays where it is stands in the middle: neither high nor low.
  const isLevel = kind === 'line' && highest === lowest;
  const y = (value: number) =>
    height -
    PADDING -
    (isLevel ? 0.5 : (value - lowest) / span) * (height - 2 * PADDING);
  const paths = (series_: Array<number | null>) =>
    segments(series_).map(part =>
      part.map(
        ({ index, value }) =>
          [x(index, series_.length), y(value)] as [number, number],
      ),
    );
  const barStep = (width - 2 * PADDING) / Math.max(values.length, 1);

  return (
    <svg
      role="img"
      aria-label={label}
      width={fluid ? '100%' : width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      style={{ display: 'block', overflow: 'visible' }}
    >
      {known.length > 0 &&
        paths(previous).map(points => (
          <Line
            key={`previous-${points[0][0]}`}
            points={points}
            colour={palette.previous}
            dashed
          />
        ))}
      {kind === 'bar'
        ? values.map(
            (value, index) =>
              value !== null && (
                <rect
                  // The position is the identity of a bar.
                  // eslint-disable-next-line react/no-array-index-key
                  key={index}
                  x={PADDING + index * barStep + barStep * 0.12}
                  width={barStep * 0.76}
                  y={value === 0 ? height - PADDING - 1 : y(value)}
                  height={value === 0 ? 1 : height - PADDING - y(value)}
                  fill={value === 0 ? palette.previous : colour}
                />
              ),
          )
        : paths(values).map(points => (
            <Line key={points[0][0]} points={points} colour={colour} />
          ))}
    </svg>
  );
}

function Line(props: {
  points: Array<[number, number]>;
  colour: string;
  dashed?: boolean;
}) {
  const { points, colour, dashed } = props;
  // A single week is drawn as a dot: a line without length and with round ends.
  const isDot = points.length === 1;
  const drawn = isDot ? [points[0], points[0]] : points;
  const width = dashed ? 1 : 1.75;
  return (
    <polyline
      points={drawn.map(point => point.join(',')).join(' ')}
      fill="none"
      stroke={colour}
      strokeWidth={isDot ? 2.5 * width : width}
      strokeDasharray={dashed && !isDot ? '2 2.5' : undefined}
      strokeLinecap="round"
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  );
}
