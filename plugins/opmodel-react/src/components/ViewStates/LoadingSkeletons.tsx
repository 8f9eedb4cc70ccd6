import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ReactNode } from 'react';
import { useReducedMotion } from '../../chart/useReducedMotion';
import { opmodelTranslationRef } from '../../translation';
import { MetricTileRow, MetricTileSkeleton } from '../MetricTile';
import { Panel } from '../Panel';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
});

/** Says once, for screen readers, that what follows is on its way. */
export function LoadingRegion(props: { children: ReactNode }) {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  return (
    <div aria-busy="true">
      <span role="status" className={classes.hidden}>
        {t('view.loading')}
      </span>
      {props.children}
    </div>
  );
}

/** A row of tiles on their way. */
export function TilesSkeleton(props: { count: number }) {
  return (
    <MetricTileRow>
      {Array.from({ length: props.count }, (_, index) => (
        <MetricTileSkeleton key={index} />
      ))}
    </MetricTileRow>
  );
}

/** A panel on its way. */
export function PanelSkeleton(props: {
  /** Height of what will be inside. Pixels. */
  height: number;
}) {
  const still = useReducedMotion();
  return (
    <Panel>
      <Skeleton
        variant="text"
        width="30%"
        animation={still ? false : 'pulse'}
      />
      <Skeleton
        variant="rect"
        height={props.height}
        animation={still ? false : 'pulse'}
      />
    </Panel>
  );
}

/** Rows of a table on their way. */
export function RowsSkeleton(props: { rows: number }) {
  const still = useReducedMotion();
  return (
    <div aria-hidden="true">
      {Array.from({ length: props.rows }, (_, index) => (
        <Skeleton
          key={index}
          variant="text"
          height={36}
          animation={still ? false : 'pulse'}
        />
      ))}
    </div>
  );
}
