import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { EntityScorecards } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  SegmentedButtons,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DataExportMenu } from '../../export/DataExportMenu';
import { useGrouping } from '../../hooks/useGrouping';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { AnswerPanel } from './AnswerPanel';
import { FixStepsPanel } from './FixStepsPanel';
import { HistoryPanel } from './HistoryPanel';
import { ScorecardBlock } from './ScorecardBlock';
import { toChecksCsv } from './toChecksCsv';
import { UnaskedPanel } from './UnaskedPanel';

const useStyles = makeStyles(theme => ({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
  },
}));

/** Where the entity itself stands: first the answer and what to mend, then each scorecard with its checks, then how it came to be. */
export function OwnScorecards(props: {
  report: EntityScorecards;
  /** Called after something has changed. */
  onChanged: () => void;
}) {
  const { report, onChanged } = props;
  const { scope, scorecards, members } = report;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const sections = useSectionStyles();
  const classes = useStyles();
  const [grouping, setGrouping] = useGrouping();
  const asked = scorecards.filter(({ isAsked }) => isAsked);
  const unasked = scorecards.filter(({ isAsked }) => !isAsked);
  if (asked.length === 0) {
    // A group or a system is mostly looked at for what is in it, which stands above.
    return members ? null : (
      <>
        <EmptyState
          title={t('empty.title')}
          description={t('empty.text')}
          step={{ text: t('empty.step') }}
        />
        <UnaskedPanel scorecards={unasked} />
      </>
    );
  }
  return (
    <>
      <div className={sections.mainAndSide}>
        <AnswerPanel report={report} asked={asked} />
        <FixStepsPanel steps={report.nextSteps} asked={asked} />
      </div>
      <div className={classes.strip}>
        <SegmentedButtons
          label={t('grouping.label')}
          value={grouping}
          options={[
            { id: 'level', label: t('grouping.level') },
            { id: 'category', label: t('grouping.category') },
          ]}
          onChange={setGrouping}
        />
        <DataExportMenu
          content="scorecard-checks"
          subject={scope.title}
          scopeRef={scope.ref}
          data={report}
          toCsv={() => toChecksCsv(asked)}
        />
      </div>
      {asked.map(scorecard => (
        <ScorecardBlock
          key={scorecard.scorecard.ref}
          report={report}
          result={scorecard}
          grouping={grouping}
          // What holds the entity back is what there is to look at.
          startsOpen={
            asked.length === 1 ||
            scorecard.scorecard.ref === report.overall?.scorecardRef
          }
          onChanged={onChanged}
        />
      ))}
      <UnaskedPanel scorecards={unasked} />
      <HistoryPanel
        entityRef={scope.ref}
        scorecards={asked.map(({ scorecard }) => scorecard)}
        // A change of the answer is a change of the history.
        version={report.evaluatedAt}
      />
    </>
  );
}
