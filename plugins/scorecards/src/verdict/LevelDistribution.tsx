import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { LevelCount } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../translation';
import { LevelBadge } from './LevelBadge';
import { useLevelFill } from './levelFill';

const useStyles = makeStyles(theme => ({
  bar: { display: 'flex', gap: 2, height: 18 },
  part: {
    position: 'relative',
    minWidth: 4,
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: 3,
    overflow: 'hidden',
  },
  empty: { borderStyle: 'dashed' },
  fill: { position: 'absolute', inset: 0 },
  levels: {
    listStyle: 'none',
    margin: theme.spacing(0.75, 0, 0),
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    fontSize: 13,
    lineHeight: '22px',
    color: theme.palette.text.primary,
    fontVariantNumeric: 'tabular-nums',
  },
  level: { display: 'inline-flex', alignItems: 'center', gap: 6 },
  share: { color: theme.palette.text.secondary },
}));

/** Props of {@link LevelDistribution}. */
export interface LevelDistributionProps {
  /** From the empty level up. */
  levels: readonly LevelCount[];
  /** The list of what has a level, where the page has one. */
  linkOf?: (rank: number) => string | undefined;
}

/** How many have which level: a bar for the eye, and words with numbers that say the same. */
export function LevelDistribution(props: LevelDistributionProps) {
  const { levels, linkOf } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const fillOf = useLevelFill();
  const total = levels.reduce((sum, { entities }) => sum + entities, 0);
  const highest = Math.max(0, ...levels.map(({ level }) => level.rank));
  const label = t('share.distribution', {
    levels: levels
      .map(({ level, entities }) =>
        t('share.levelCount', {
          level: level.name,
          entities: formats.count(entities),
        }),
      )
      .join(', '),
  });
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={label}>
        {levels
          .filter(({ entities }) => entities > 0)
          .map(({ level, entities }) => {
            const { fill, opacity } = fillOf(level, highest);
            return (
              <div
                key={level.rank}
                className={`${classes.part} ${
                  level.rank === 0 ? classes.empty : ''
                }`}
                style={{ flexGrow: entities, flexBasis: 0 }}
              >
                <div
                  className={classes.fill}
                  style={{ backgroundColor: fill, opacity }}
                />
              </div>
            );
          })}
      </div>
      <ul className={classes.levels}>
        {levels.map(({ level, entities }) => {
          const link = entities > 0 ? linkOf?.(level.rank) : undefined;
          return (
            <li key={level.rank} className={classes.level}>
              <LevelBadge level={level} highest={highest} />
              {link ? (
                <Link
                  to={link}
                  aria-label={t('share.levelCount', {
                    level: level.name,
                    entities: formats.count(entities),
                  })}
                >
                  {formats.count(entities)}
                </Link>
              ) : (
                <span>{formats.count(entities)}</span>
              )}
              {entities > 0 && (
                <span className={classes.share}>
                  {formats.share(entities / total)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
