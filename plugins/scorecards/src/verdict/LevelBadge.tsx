import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardLevelView } from '@opmodel/backstage-plugin-opmodel-common';
import { LevelIcon } from './LevelIcon';

const useStyles = makeStyles(theme => ({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    maxWidth: '100%',
    padding: '1px 9px 1px 6px',
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: 6,
    fontSize: 12,
    lineHeight: '18px',
    fontWeight: 600,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    overflowWrap: 'anywhere',
  },
  large: { fontSize: 16, lineHeight: '24px', padding: '3px 12px 3px 9px' },
}));

/** Props of {@link LevelBadge}. */
export interface LevelBadgeProps {
  level: Pick<ScorecardLevelView, 'name' | 'rank' | 'color'>;
  /** Rank of the highest level, where it is known: the icon then has a step for each. */
  highest?: number;
  large?: boolean;
}

/** A level as word and icon. The icon's steps tell the rank; the scorecard's own colour only adds to it. */
export function LevelBadge(props: LevelBadgeProps) {
  const { level, highest, large } = props;
  const classes = useStyles();
  return (
    <span className={`${classes.badge} ${large ? classes.large : ''}`}>
      <LevelIcon
        rank={level.rank}
        highest={highest}
        color={level.color}
        size={large ? 20 : 14}
      />
      {level.name}
    </span>
  );
}
