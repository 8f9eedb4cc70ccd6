import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { DecisionRightsPanel } from '../DecisionRightsPanel';
import { EscalationPanel } from '../EscalationPanel';
import { GapsPanel } from '../GapsPanel';
import { HistoryPanel } from '../HistoryPanel';
import { OnCallPanel } from '../OnCallPanel';
import { OwnerPanel } from '../OwnerPanel';
import { OwnershipLadderPanel } from '../OwnershipLadder';
import { anchors, OwnershipNextSteps } from '../OwnershipNextSteps';
import { CodeownersPanel, SuggestionsPanel } from '../RepositoryPanels';
import { ReviewPanel } from '../ReviewPanel';
import type { OwnershipSectionsProps } from './ownershipSections';

/** How well the entity itself is owned: the ladder, what to do next, whom to ask, and the evidence. */
export function OwnedEntitySections(props: OwnershipSectionsProps) {
  const { report, onChanged } = props;
  const { entity, ladder, onCall, review, history } = report;
  const sections = useSectionStyles();
  return (
    <>
      <div className={sections.mainAndSide}>
        <div id={anchors.ladder}>
          <OwnershipLadderPanel report={report} />
        </div>
        <div className={sections.page} style={{ alignContent: 'start' }}>
          {!report.rollUp && <OwnershipNextSteps report={report} />}
          <OwnerPanel report={report} />
        </div>
      </div>
      <div className={sections.halves}>
        <EscalationPanel entityRef={entity.ref} />
        <OnCallPanel onCall={onCall} />
      </div>
      <div className={sections.halves}>
        <GapsPanel
          entityRef={entity.ref}
          title={entity.title}
          gaps={ladder?.gaps ?? []}
          dates={report.gapDates}
          onChanged={onChanged}
        />
        {review && (
          <div id={anchors.review}>
            <ReviewPanel review={review} onChanged={onChanged} />
          </div>
        )}
      </div>
      <DecisionRightsPanel entityRef={entity.ref} />
      <div className={sections.halves}>
        <CodeownersPanel comparison={report.codeowners} />
        <SuggestionsPanel suggestions={report.suggestions} />
      </div>
      <HistoryPanel history={history} />
    </>
  );
}
