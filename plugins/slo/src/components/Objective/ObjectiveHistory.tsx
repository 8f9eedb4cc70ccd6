import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloStatus } from '@opmodel/backstage-plugin-opmodel-common';
import {
  PanelSkeleton,
  QueryView,
  useSectionStyles,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSloDays, useSloSeries } from '../../hooks/sloQueries';
import { toSloWindowQuery } from '../../hooks/useSloWindow';
import { sloChartTranslationRef } from '../../translations/chart';
import { BurnDownChart } from '../BurnDown';
import { CalendarMap } from '../CalendarMap';

const CHART_HEIGHT = 260;
const CALENDAR_HEIGHT = 150;
/** What the calendar shows where no window is chosen: more than a few columns. */
const CALENDAR_WINDOW = { window: 'P90D' };

/** What became of a budget: its burn-down with what happened, and its days. */
export function ObjectiveHistory(props: {
  slo: Pick<SloStatus, 'ref' | 'window'>;
  /** Place in the document. */
  objective: number;
  /** What the objective is called. */
  name: string;
  window: WindowSelection | undefined;
}) {
  const { slo, objective, name, window } = props;
  const { t } = useTranslationRef(sloChartTranslationRef);
  const sections = useSectionStyles();
  const id = { sloRef: slo.ref, objective };
  const asked = toSloWindowQuery(window, slo.window);
  const series = useSloSeries(id, asked);
  const days = useSloDays(id, window ? asked : CALENDAR_WINDOW);
  return (
    <div className={sections.page}>
      <QueryView
        query={series}
        subject={t('burnDown.unknown')}
        skeleton={<PanelSkeleton height={CHART_HEIGHT} />}
      >
        {data => <BurnDownChart series={data} objective={name} />}
      </QueryView>
      <QueryView
        query={days}
        subject={t('days.subject')}
        skeleton={<PanelSkeleton height={CALENDAR_HEIGHT} />}
      >
        {data => <CalendarMap days={data} objective={name} />}
      </QueryView>
    </div>
  );
}
