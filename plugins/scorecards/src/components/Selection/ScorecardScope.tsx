import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardListItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  PanelSkeleton,
  QueryView,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useScorecards } from '../../hooks/scorecardQueries';
import type { SelectionParams } from '../../hooks/useSelectionParams';
import { scorecardsTranslationRef } from '../../translation';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { NoScorecards } from '../NoScorecards';

const SKELETON_HEIGHT = 360;

const useStyles = makeStyles(theme => ({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    '@media print': { display: 'none' },
  },
}));

/** Props of {@link ScorecardScope}. */
export interface ScorecardScopeProps {
  params: SelectionParams;
  /** Further choices of the page, beside the scorecard. */
  controls?: ReactNode;
  /** The page for the chosen scorecard. */
  children: (scorecardRef: string) => ReactNode;
}

/** A page about one scorecard at a time: which one it is stands in the URL, the first that counts where it says none. */
export function ScorecardScope(props: ScorecardScopeProps) {
  const { params, controls, children } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { t: texts } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const classes = useStyles();
  const scorecards = useScorecards();
  return (
    <QueryView
      query={scorecards}
      subject={t('subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
    >
      {({ items }) => {
        const chosen = chooseScorecard(items, params.choice.scorecard);
        return chosen === undefined ? (
          <NoScorecards />
        ) : (
          <div className={sections.page}>
            <div className={classes.strip}>
              <ChoicePicker
                label={texts('filter.scorecard')}
                value={chosen}
                choices={items.map(({ scorecard }) => ({
                  id: scorecard.ref,
                  label: scorecard.title,
                }))}
                onChange={scorecard =>
                  params.choose({
                    scorecard,
                    check: undefined,
                    level: undefined,
                    state: undefined,
                  })
                }
              />
              {controls}
            </div>
            {children(chosen)}
          </div>
        );
      }}
    </QueryView>
  );
}

/** A link may name a scorecard that is gone. Without one, it is the first that counts to the overall level. */
function chooseScorecard(
  items: readonly ScorecardListItem[],
  asked: string | undefined,
): string | undefined {
  const scorecards = items.map(({ scorecard }) => scorecard);
  const chosen =
    scorecards.find(({ ref }) => ref === asked) ??
    scorecards.find(({ countsToOverall }) => countsToOverall) ??
    scorecards[0];
  return chosen?.ref;
}
