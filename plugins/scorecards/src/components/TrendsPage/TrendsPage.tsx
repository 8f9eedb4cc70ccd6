import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CopyLinkButton,
  PanelSkeleton,
  QueryView,
  SegmentedButtons,
  toWindowQuery,
  useSectionStyles,
  useWindowParams,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import { selectionLink } from '../../entity/selectionLink';
import { useScorecardPaths } from '../../entity/useScorecardPaths';
import { useScorecardSeries } from '../../hooks/scorecardQueries';
import {
  trendIntervals,
  useSelectionParams,
  type SelectionParams,
} from '../../hooks/useSelectionParams';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { ScorecardScope, SelectionBar } from '../Selection';
import { TrendAnswer } from './TrendAnswer';
import { TrendPanels } from './TrendPanels';

const SKELETON_HEIGHT = 320;

/** How levels and shares of a scorecard went over time. */
export function TrendsPage() {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const params = useSelectionParams();
  const window = useWindowParams();
  return (
    <div className={sections.page}>
      <SelectionBar params={params} />
      <ScorecardScope
        params={params}
        controls={
          <>
            <WindowPicker
              value={window.selection}
              onChange={window.setSelection}
            />
            <SegmentedButtons
              label={t('trends.interval')}
              value={params.choice.interval}
              options={trendIntervals.map(interval => ({
                id: interval,
                label: t(`trends.${interval}`),
              }))}
              onChange={interval => params.choose({ interval })}
            />
            <CopyLinkButton />
          </>
        }
      >
        {scorecardRef => (
          <TrendOf params={params} scorecardRef={scorecardRef} />
        )}
      </ScorecardScope>
    </div>
  );
}

function TrendOf(props: { params: SelectionParams; scorecardRef: string }) {
  const { params, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const sections = useSectionStyles();
  const { selection } = useWindowParams();
  const [search] = useSearchParams();
  const paths = useScorecardPaths();
  const series = useScorecardSeries({
    ...params.selection,
    ...toWindowQuery(selection),
    scorecard: scorecardRef,
    interval: params.choice.interval,
  });
  return (
    <QueryView
      query={series}
      subject={t('trends.subject')}
      skeleton={
        <div className={sections.page}>
          <PanelSkeleton height={SKELETON_HEIGHT} />
          <PanelSkeleton height={SKELETON_HEIGHT} />
        </div>
      }
    >
      {data => (
        <div className={sections.page}>
          <TrendAnswer
            points={data.points}
            why={
              paths &&
              selectionLink(paths.changes, { scorecard: scorecardRef }, search)
            }
          />
          <TrendPanels series={data} />
        </div>
      )}
    </QueryView>
  );
}
