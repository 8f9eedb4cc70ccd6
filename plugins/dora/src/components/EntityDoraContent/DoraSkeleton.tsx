import {
  PanelSkeleton,
  TilesSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { makeStyles } from '@material-ui/core/styles';
import { useSectionStyles } from './sectionStyles';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
}));

const TREND_HEIGHT = 660;
const HALF_HEIGHT = 258;
const TABLE_HEIGHT = 240;

/** The tab while its numbers are on their way. */
export function DoraSkeleton() {
  const classes = useStyles();
  const sections = useSectionStyles();
  return (
    <div className={classes.page}>
      <TilesSkeleton count={5} />
      <TilesSkeleton count={3} />
      <div className={sections.mainAndSide}>
        <PanelSkeleton height={TREND_HEIGHT} />
        <PanelSkeleton height={TREND_HEIGHT} />
      </div>
      <div className={sections.halves}>
        <PanelSkeleton height={HALF_HEIGHT} />
        <PanelSkeleton height={HALF_HEIGHT} />
      </div>
      <PanelSkeleton height={TABLE_HEIGHT} />
    </div>
  );
}
