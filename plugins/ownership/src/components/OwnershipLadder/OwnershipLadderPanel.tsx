import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipLadderTranslationRef } from '../../translations/ladder';
import { LadderRung } from './LadderRung';
import { useRungEvidence } from './useRungEvidence';
import { useRungRemedy } from './useRungRemedy';

const useStyles = makeStyles(theme => ({
  caption: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
  ladder: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** How well an entity is owned: each rung with its evidence, and the remedy of what is missing. */
export function OwnershipLadderPanel(props: { report: OwnershipReport }) {
  const { report } = props;
  const { t } = useTranslationRef(ownershipLadderTranslationRef);
  const classes = useStyles();
  const describe = useRungEvidence();
  const remedyOf = useRungRemedy(report);
  const { ladder } = report;
  return (
    <Panel title={t('title')}>
      {ladder === null ? (
        <p className={classes.caption}>{t('none')}</p>
      ) : (
        <>
          <p className={classes.caption}>
            {t('caption', {
              reached: String(ladder.reached),
              rungs: String(ladder.rungs.length),
            })}
          </p>
          <ol className={classes.ladder} aria-label={t('title')}>
            {ladder.rungs.map((rung, index) => (
              <LadderRung
                key={rung.id}
                rung={rung}
                climbed={index < ladder.reached}
                evidence={describe(rung)}
                remedy={rung.gap ? remedyOf(rung.gap) : undefined}
              />
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}
