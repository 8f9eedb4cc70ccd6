const FEWEST_STEPS = 3;
const BOX = 16;

/** A stair with a step for each level: those reached are filled, with the level's colour where it has one. Decoration: the name stands beside it. */
export function LevelIcon(props: {
  rank: number;
  /** Rank of the highest level; default: at least three steps. */
  highest?: number;
  color?: string | null;
  size?: number;
}) {
  const { rank, highest = FEWEST_STEPS, color, size = 14 } = props;
  const steps = Math.max(rank, highest, 1);
  const pitch = BOX / steps;
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${BOX} ${BOX}`}
      stroke="currentColor"
      strokeWidth="1"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {Array.from({ length: steps }, (_, step) => {
        const height = ((step + 1) / steps) * (BOX - 2);
        return (
          <rect
            key={step}
            x={step * pitch + 0.5}
            y={BOX - 0.5 - height}
            width={Math.max(pitch - 1.5, 1)}
            height={height}
            fill={step < rank ? color ?? 'currentColor' : 'none'}
            strokeDasharray={step < rank ? undefined : '1.5 1.5'}
          />
        );
      })}
    </svg>
  );
}
