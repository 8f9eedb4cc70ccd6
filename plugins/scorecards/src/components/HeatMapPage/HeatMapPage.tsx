import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CopyLinkButton,
  PanelSkeleton,
  QueryView,
  SegmentedButtons,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useHeatMap } from '../../hooks/scorecardQueries';
import {
  heatMapRows,
  useSelectionParams,
  type SelectionParams,
} from '../../hooks/useSelectionParams';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { ScorecardScope, SelectionBar } from '../Selection';
import { HeatMapPanel } from './HeatMapPanel';

const SKELETON_HEIGHT = 480;

/** Teams, systems, domains or tiers beside the checks of a scorecard. */
export function HeatMapPage() {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const params = useSelectionParams();
  return (
    <div className={sections.page}>
      <SelectionBar params={params} />
      <ScorecardScope
        params={params}
        controls={
          <>
            <SegmentedButtons
              label={t('heatMap.rows')}
              value={params.choice.by}
              options={heatMapRows.map(by => ({
                id: by,
                label: t(`heatMap.by.${by}`),
              }))}
              onChange={by => params.choose({ by })}
            />
            <CopyLinkButton />
          </>
        }
      >
        {scorecardRef => (
          <HeatMapOf params={params} scorecardRef={scorecardRef} />
        )}
      </ScorecardScope>
    </div>
  );
}

function HeatMapOf(props: { params: SelectionParams; scorecardRef: string }) {
  const { params, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const { by } = params.choice;
  const heatMap = useHeatMap({
    ...params.selection,
    scorecard: scorecardRef,
    by,
  });
  return (
    <QueryView
      query={heatMap}
      subject={t('heatMap.subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
    >
      {data => (
        <HeatMapPanel
          heatMap={data}
          by={by}
          onNarrow={owner =>
            params.narrow({ owner: [owner], descendants: true })
          }
        />
      )}
    </QueryView>
  );
}
