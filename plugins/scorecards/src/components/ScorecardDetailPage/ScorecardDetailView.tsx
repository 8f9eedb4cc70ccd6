import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  PanelSkeleton,
  QueryView,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { selectionLink } from '../../entity/selectionLink';
import { useScorecardPaths } from '../../entity/useScorecardPaths';
import { useScorecardSummary } from '../../hooks/scorecardQueries';
import { scorecardsDetailTranslationRef } from '../../translations/detail';
import { ScorecardTotalsPanel } from '../ScorecardTotals';
import { DefinitionProblems } from './DefinitionProblems';
import { DetailHeader } from './DetailHeader';
import { DocumentPanel } from './DocumentPanel';
import { RubricPanel } from './RubricPanel';
import { RulesPanel } from './RulesPanel';
import { VersionsPanel } from './VersionsPanel';

const TOTALS_HEIGHT = 220;

/** One scorecard: what it asks for which level, where everything stands on it, and how it came to be. */
export function ScorecardDetailView(props: { detail: ScorecardDetail }) {
  const { detail } = props;
  const { ref, version } = detail.scorecard;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const sections = useSectionStyles();
  const paths = useScorecardPaths();
  const summary = useScorecardSummary({ scorecard: ref });
  const totalsOfIt = summary.data?.scorecards.find(
    ({ scorecard }) => scorecard.ref === ref,
  );
  const names = new Map(
    totalsOfIt?.checks.map(({ checkId, name }) => [checkId, name]),
  );
  const [shown, setShown] = useState<number>();
  return (
    <>
      <DetailHeader detail={detail} />
      {detail.problems.length > 0 && (
        <DefinitionProblems problems={detail.problems} />
      )}
      <QueryView
        query={summary}
        subject={t('subject')}
        skeleton={<PanelSkeleton height={TOTALS_HEIGHT} />}
      >
        {() =>
          totalsOfIt && (
            <ScorecardTotalsPanel
              untitled
              totals={totalsOfIt}
              linkOf={selection =>
                paths && selectionLink(paths.entities, selection)
              }
            />
          )
        }
      </QueryView>
      <RubricPanel detail={detail} names={names} />
      <div className={sections.halves}>
        <RulesPanel detail={detail} names={names} />
        {detail.problems.length === 0 && <DefinitionProblems problems={[]} />}
      </div>
      <VersionsPanel scorecardRef={ref} onShowDocument={setShown} />
      <DocumentPanel
        detail={detail}
        version={shown === version ? undefined : shown}
        onChooseVersion={setShown}
      />
    </>
  );
}
