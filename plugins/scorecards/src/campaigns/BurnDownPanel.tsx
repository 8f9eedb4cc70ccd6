import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import type {
  Campaign,
  CampaignBurnDown,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  PanelSkeleton,
  QueryView,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense } from 'react';
import { scorecardCampaignsTranslationRef } from './translation';
import { useBurnDown } from './useCampaigns';

/** Height of the drawing. Pixels. */
export const PLOT_HEIGHT = 260;

// The drawing library is larger than the page around it: it comes when a chart is shown.
const BurnDownPlot = lazy(() =>
  import('./BurnDownPlot').then(module => ({ default: module.BurnDownPlot })),
);

/** What was open day by day, beside the straight way to the target date, and the day on which it would be done. */
export function BurnDownPanel(props: { campaign: Campaign }) {
  const { campaign } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const query = useBurnDown(campaign);
  return (
    <QueryView
      query={query}
      subject={t('burnDown.subject')}
      skeleton={<PanelSkeleton height={PLOT_HEIGHT} />}
    >
      {burnDown => <BurnDown campaign={campaign} burnDown={burnDown} />}
    </QueryView>
  );
}

function BurnDown(props: { campaign: Campaign; burnDown: CampaignBurnDown }) {
  const { campaign, burnDown } = props;
  const { points, projectedOn } = burnDown;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const goesOn =
    campaign.status === 'in_progress' || campaign.status === 'delayed';
  const isCounted = points.some(({ open }) => open !== null);
  const pace =
    projectedOn === null
      ? t('burnDown.notAtPace')
      : t('burnDown.projected', { day: formats.day(projectedOn) });
  return (
    <ChartFrame
      title={t('burnDown.title')}
      caption={[t('burnDown.caption'), goesOn && isCounted ? pace : '']
        .filter(Boolean)
        .join(' ')}
      minHeight={isCounted ? PLOT_HEIGHT : undefined}
      table={
        isCounted
          ? {
              columns: [
                t('burnDown.day'),
                t('burnDown.open'),
                t('burnDown.ideal'),
                t('burnDown.exempt'),
              ],
              rows: points.map(({ day, open, ideal, exempt }) => [
                formats.day(day),
                open === null ? null : formats.count(open),
                ideal === null ? null : formats.decimal(ideal),
                exempt === null ? null : formats.count(exempt),
              ]),
            }
          : undefined
      }
    >
      {isCounted ? (
        <Suspense
          fallback={
            <Skeleton
              role="img"
              variant="rect"
              height={PLOT_HEIGHT}
              aria-label={t('burnDown.loading')}
            />
          }
        >
          <BurnDownPlot
            burnDown={burnDown}
            targetOn={campaign.targetOn}
            projectedOn={goesOn ? projectedOn : null}
          />
        </Suspense>
      ) : (
        <p className={facts.quiet}>{t('burnDown.none')}</p>
      )}
    </ChartFrame>
  );
}
