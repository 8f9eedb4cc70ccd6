import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateChip,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { LinkedSelection } from '../../entity/selectionLink';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { LevelDistribution, PassingShare } from '../../verdict';
import { HeldBackList } from './HeldBackList';
import { TopFailingPanel } from './TopFailingPanel';

const useStyles = makeStyles(theme => ({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.5, 3),
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
  passing: {
    fontSize: 22,
    lineHeight: '30px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
}));

/** Props of {@link OverallPanel}. */
export interface OverallPanelProps {
  summary: ScorecardSummary;
  /** The list of what is counted; undefined where the app has no such page. */
  linkOf: (selection: LinkedSelection) => string | undefined;
}

/** The answer over all scorecards that count: how many entities have which level, what passes, what holds most of them back, and the checks that fail most. */
export function OverallPanel(props: OverallPanelProps) {
  const { summary, linkOf } = props;
  const { overall } = summary;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const classes = useStyles();
  return (
    <div className={sections.mainAndSide}>
      <Panel title={t('overall.title')}>
        {overall === null ? (
          <StateChip state="no_data" label={t('overall.none')} />
        ) : (
          <>
            <div className={classes.figures}>
              <span className={classes.passing}>
                <PassingShare summary={overall.summary} />
              </span>
              <span>{t('overall.entities', { count: overall.entities })}</span>
            </div>
            <LevelDistribution levels={overall.levels} />
            <HeldBackList overall={overall} linkOf={linkOf} />
          </>
        )}
      </Panel>
      <TopFailingPanel scorecards={summary.scorecards} linkOf={linkOf} />
    </div>
  );
}
