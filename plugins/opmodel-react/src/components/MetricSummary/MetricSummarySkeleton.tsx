import Skeleton from '@material-ui/lab/Skeleton';
import { useReducedMotion } from '../../chart/useReducedMotion';
import { useMetricSummaryStyles } from './metricSummaryStyles';

/** The content of a card while its number is on its way. */
export function MetricSummarySkeleton() {
  const classes = useMetricSummaryStyles();
  const animation = useReducedMotion() ? false : 'pulse';
  return (
    <div className={classes.body}>
      <Skeleton width="60%" height={36} animation={animation} />
      <Skeleton variant="rect" height={40} animation={animation} />
      <Skeleton width="80%" height={20} animation={animation} />
    </div>
  );
}
