import Skeleton from '@material-ui/lab/Skeleton';
import { useReducedMotion } from '@opmodel/backstage-plugin-opmodel-react';
import { useCardStyles } from './cardStyles';

/** The content of the card while its number is on its way. */
export function CardSkeleton() {
  const classes = useCardStyles();
  const animation = useReducedMotion() ? false : 'pulse';
  return (
    <div className={classes.body}>
      <Skeleton width="60%" height={36} animation={animation} />
      <Skeleton variant="rect" height={40} animation={animation} />
      <Skeleton width="80%" height={20} animation={animation} />
    </div>
  );
}
