import Skeleton from '@material-ui/lab/Skeleton';
import type { ReactNode } from 'react';
import { useMetricTileStyles } from './metricTileStyles';

/** At most five tiles side by side, of one height; they wrap on narrow pages. */
export function MetricTileRow(props: { children: ReactNode }) {
  return <div className={useMetricTileStyles().row}>{props.children}</div>;
}

/** The place of a tile while its number is on its way, of the same size. */
export function MetricTileSkeleton() {
  const classes = useMetricTileStyles();
  return (
    <div className={classes.tile} aria-hidden="true">
      <Skeleton variant="text" width="55%" />
      <Skeleton variant="rect" width="45%" height={24} />
      <Skeleton variant="text" width="40%" />
      <Skeleton variant="rect" height={28} />
      <Skeleton variant="text" width="30%" />
    </div>
  );
}
