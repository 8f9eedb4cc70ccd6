import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { DecisionRightsPanel } from '../DecisionRightsPanel';
import { EscalationPanel } from '../EscalationPanel';
import { OnCallPanel } from '../OnCallPanel';
import { anchors } from '../OwnershipNextSteps';
import {
  InteractionsPanel,
  TeamLoadPanel,
  TeamProfilePanel,
} from '../TeamPanels';

/** What a group says of itself, what it carries, with whom it works, and whom to call. */
export function GroupSections(props: { report: OwnershipReport }) {
  const { entity, team, load, onCall } = props.report;
  const sections = useSectionStyles();
  return (
    <>
      <div id={anchors.team} className={sections.halves}>
        <TeamProfilePanel team={team} />
        {load && <TeamLoadPanel load={load} />}
      </div>
      {team && <InteractionsPanel interactions={team.interactions} />}
      <div className={sections.halves}>
        <EscalationPanel entityRef={entity.ref} />
        <OnCallPanel onCall={onCall} />
      </div>
      <DecisionRightsPanel entityRef={entity.ref} />
    </>
  );
}
