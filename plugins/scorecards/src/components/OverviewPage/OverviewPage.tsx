import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  CopyLinkButton,
  PanelSkeleton,
  QueryView,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import {
  selectionLink,
  type LinkedSelection,
} from '../../entity/selectionLink';
import { useScorecardPaths } from '../../entity/useScorecardPaths';
import { DataExportMenu } from '../../export/DataExportMenu';
import { useScorecardSummary } from '../../hooks/scorecardQueries';
import { useSelectionParams } from '../../hooks/useSelectionParams';
import { scorecardsTranslationRef } from '../../translation';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { EvaluatedNote, FactLine, ScorecardDocsLink } from '../facts';
import { NoScorecards } from '../NoScorecards';
import { OverallPanel } from '../OverallPanel';
import { ScorecardTotalsPanel, toSummaryCsv } from '../ScorecardTotals';
import { NothingMatches, SelectionBar } from '../Selection';

const PANEL_HEIGHT = 260;

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  actions: { display: 'flex', flexWrap: 'wrap' },
});

/** Where everything that is selected stands: first over all scorecards that count, then on each. */
export function OverviewPage() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { t: texts } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const classes = useStyles();
  const params = useSelectionParams();
  const [search] = useSearchParams();
  const paths = useScorecardPaths();
  const summary = useScorecardSummary(params.selection);
  const linkOf = (selection: LinkedSelection) =>
    paths && selectionLink(paths.entities, selection, search);
  return (
    <div className={sections.page}>
      <SelectionBar params={params} />
      <QueryView
        query={summary}
        subject={t('subject')}
        skeleton={
          <div className={sections.page}>
            <PanelSkeleton height={PANEL_HEIGHT} />
            <PanelSkeleton height={PANEL_HEIGHT} />
          </div>
        }
      >
        {data =>
          data.scorecards.length === 0 ? (
            <NoScorecards />
          ) : (
            <div className={sections.page}>
              <div className={classes.strip}>
                <FactLine>
                  <span>
                    {texts('overview.scored', {
                      scored: String(data.scored),
                      count: data.entities,
                    })}
                  </span>
                  <span>
                    <EvaluatedNote asOf={data.asOf} />
                  </span>
                  <span>
                    <ScorecardDocsLink />
                  </span>
                </FactLine>
                <div className={classes.actions}>
                  <CopyLinkButton />
                  <DataExportMenu
                    content="scorecards"
                    subject={texts('overview.title')}
                    data={data}
                    toCsv={() => toSummaryCsv(data)}
                  />
                </div>
              </div>
              {data.scored === 0 ? (
                <NothingMatches onClear={params.clear} />
              ) : (
                <>
                  <OverallPanel summary={data} linkOf={linkOf} />
                  {data.scorecards.map(totals => (
                    <ScorecardTotalsPanel
                      key={totals.scorecard.ref}
                      totals={totals}
                      linkOf={linkOf}
                    />
                  ))}
                </>
              )}
            </div>
          )
        }
      </QueryView>
    </div>
  );
}
