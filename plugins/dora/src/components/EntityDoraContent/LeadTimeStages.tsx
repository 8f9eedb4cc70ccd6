import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import { StageBar } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { useStageNames } from '../stages';
import { STAGES_ANCHOR } from '../anchors';

/** Where the lead time goes. */
export function LeadTimeStages(props: { report: DoraReport }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const names = useStageNames();
  return (
    <div id={STAGES_ANCHOR}>
      <StageBar
        title={t('stages.title')}
        caption={t('stages.caption')}
        stages={props.report.stages.map(stage => ({
          ...stage,
          label: names[stage.id],
          series: stage.id,
        }))}
      />
    </div>
  );
}
