import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  LinkedDebt,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSloTabPath } from '../../entity/useSloTabPath';
import { useExplainedObjective } from '../../hooks/useExplainedObjective';
import { sloDetailTranslationRef } from '../../translations/detail';
import { useSloFormats } from '../../words/useSloFormats';
import { AgreementsPanel } from '../Commitments';
import { FactLine } from '../facts';
import { SloBlock } from '../Objective';
import { AppliedPoliciesPanel } from '../Policies';
import { BucketsPanel } from './BucketsPanel';
import { CorrectionsPanel } from './CorrectionsPanel';
import { DocumentPanel, DocumentProblems } from './DocumentPanel';
import { LintsPanel } from './LintsPanel';
import { PastWindowsPanel, WHOLE } from './PastWindowsPanel';
import { QueriesPanel } from './QueriesPanel';
import { useDetailParams } from './useDetailParams';

/** Props of the page of one SLO once it is known. */
export interface SloDetailViewProps {
  detail: SloDetail;
  window: WindowSelection | undefined;
  /** Called after something has changed. */
  onChanged: () => void;
}

/** One SLO: how it is doing, how its windows ended, what it measures, its document, and what was left out. */
export function SloDetailView(props: SloDetailViewProps) {
  const { detail, window } = props;
  const { status } = detail;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const figures = useSloFormats();
  const [, explain] = useExplainedObjective();
  const { objective: chosen, choose } = useDetailParams();
  const objective =
    status.objectives.find(({ index }) => index === chosen) ??
    status.objectives[0];
  const id = { sloRef: status.ref, objective: objective?.index ?? 0 };
  return (
    <>
      <DetailFacts detail={detail} />
      <SloBlock slo={status} open window={window} onExplain={explain} />
      {status.objectives.length > 1 && (
        <ChoicePicker
          label={t('objective')}
          value={String(id.objective)}
          choices={status.objectives.map(known => ({
            id: String(known.index),
            label: figures.objective(known),
          }))}
          onChange={index => choose({ objective: Number(index) })}
        />
      )}
      <LintsPanel detail={detail} />
      {status.whole && (
        <PastWindowsPanel
          id={{ ...id, objective: WHOLE }}
          zone={status.window.zone}
        />
      )}
      <PastWindowsPanel id={id} zone={status.window.zone} />
      <BucketsPanel
        id={id}
        zone={status.window.zone}
        target={objective?.target ?? 0}
      />
      <CorrectionsPanel
        slo={status}
        mayCorrect={detail.mayCorrect}
        onChanged={props.onChanged}
      />
      <AppliedPoliciesPanel policies={detail.policies} />
      <AgreementsPanel agreements={detail.agreements} />
      <LinkedDebt type="slo" linkRef={status.ref} />
      <QueriesPanel indicators={detail.indicators} />
      <DocumentProblems problems={detail.problems} />
      <DocumentPanel detail={detail} />
    </>
  );
}

function DetailFacts(props: { detail: SloDetail }) {
  const { status, service } = props.detail;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const tabPath = useSloTabPath();
  return (
    <FactLine>
      {status.entityRef && (
        <span>
          {t('measures', {
            entity: (
              <Link to={tabPath(status.entityRef)} underline="always">
                {status.entityTitle ?? status.entityRef}
              </Link>
            ),
          })}
        </span>
      )}
      {service && <span>{t('service', { service })}</span>}
    </FactLine>
  );
}
