import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import type { DebtFlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  PanelSkeleton,
  QueryView,
  SegmentedButtons,
  useFactStyles,
  useFormats,
  useSectionStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { lazy, Suspense, useState } from 'react';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { MovedAnswer } from '../DebtTotals';
import { burnLines, burnPoints, type BurnMeasure } from './burnPoints';
import { debtMoves, moveKinds } from './debtMoves';

// The drawing library is larger than the page around it: it comes when a chart is shown.
const MovesPlot = lazy(async () => ({
  default: (await import('./MovesPlot')).MovesPlot,
}));
const BurnPlot = lazy(async () => ({
  default: (await import('./BurnPlot')).BurnPlot,
}));

const HEIGHT = 260;

/** Whether debt grows, what came and went in each period, and burn-up and burn-down. */
export function DebtFlowPanels(props: { flow: QueryState<DebtFlowReport> }) {
  const { flow } = props;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const sections = useSectionStyles();
  return (
    <QueryView
      query={flow}
      subject={t('subject')}
      skeleton={
        <div className={sections.halves}>
          <PanelSkeleton height={HEIGHT} />
          <PanelSkeleton height={HEIGHT} />
        </div>
      }
    >
      {report => (
        <>
          <MovedAnswer flow={report} />
          <div className={sections.halves}>
            <MovesChart report={report} />
            <BurnChart report={report} />
          </div>
        </>
      )}
    </QueryView>
  );
}

function Waiting() {
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  return (
    <Skeleton
      role="img"
      variant="rect"
      height={HEIGHT}
      aria-label={t('loading')}
    />
  );
}

function MovesChart(props: { report: DebtFlowReport }) {
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const moves = debtMoves(props.report);
  const isEmpty = moves.every(
    move => move.balance === 0 && moveKinds.every(kind => move[kind] === 0),
  );
  return (
    <ChartFrame
      title={t('moves.title')}
      caption={t('moves.caption')}
      minHeight={isEmpty ? undefined : HEIGHT}
      table={
        isEmpty
          ? undefined
          : {
              columns: [
                t('period'),
                ...moveKinds.map(kind => t(`moves.${kind}`)),
                t('moves.balance'),
              ],
              rows: moves.map(move => [
                formats.day(move.day),
                ...moveKinds.map(kind => formats.count(move[kind])),
                formats.count(move.balance),
              ]),
            }
      }
    >
      {isEmpty ? (
        <p className={facts.quiet}>{t('none')}</p>
      ) : (
        <Suspense fallback={<Waiting />}>
          <MovesPlot moves={moves} />
        </Suspense>
      )}
    </ChartFrame>
  );
}

function BurnChart(props: { report: DebtFlowReport }) {
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const [measure, setMeasure] = useState<BurnMeasure>('items');
  const points = burnPoints(props.report, measure);
  const isKnown = points.some(({ owed }) => owed !== null);
  return (
    <ChartFrame
      title={t('burn.title')}
      caption={
        measure === 'items'
          ? t('burn.captionItems')
          : t('burn.captionPrincipalDays')
      }
      minHeight={isKnown ? HEIGHT : undefined}
      actions={
        <SegmentedButtons<BurnMeasure>
          label={t('burn.measure')}
          value={measure}
          options={[
            { id: 'items', label: t('burn.items') },
            { id: 'principalDays', label: t('burn.principalDays') },
          ]}
          onChange={setMeasure}
        />
      }
      table={
        isKnown
          ? {
              columns: [
                t('burn.day'),
                ...burnLines.map(line => t(`burn.${line}`)),
              ],
              rows: points.map(point => [
                formats.day(point.day),
                ...burnLines.map(line => formats.decimal(point[line])),
              ]),
            }
          : undefined
      }
    >
      {isKnown ? (
        <Suspense fallback={<Waiting />}>
          <BurnPlot points={points} />
        </Suspense>
      ) : (
        <p className={facts.quiet}>{t('burn.noPrincipal')}</p>
      )}
    </ChartFrame>
  );
}
