import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraMetricId,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  QueryView,
  ShareBar,
  TilesSkeleton,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DoraTiles } from '../DoraTiles';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';

const useStyles = makeStyles(theme => ({
  tiles: { display: 'grid', gap: theme.spacing(1.5) },
}));

/** The roll-up of everything that the filter selects, as tiles. */
export function FleetSummary(props: {
  query: QueryState<DoraReport>;
  onExplain: (metric: DoraMetricId) => void;
}) {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const classes = useStyles();
  return (
    <section aria-label={t('summary.label')}>
      <QueryView
        query={props.query}
        subject={t('page.subject')}
        skeleton={<TilesSkeleton count={5} />}
      >
        {report => (
          <div className={classes.tiles}>
            <DoraTiles
              report={report}
              onExplain={props.onExplain}
              aside={<ActiveTile report={report} />}
            />
          </div>
        )}
      </QueryView>
    </section>
  );
}

function ActiveTile(props: { report: DoraReport }) {
  const { components, activeComponents } = props.report.scope;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  return (
    <MetricTile
      label={t('summary.active')}
      value={formats.count(activeComponents)}
      change={t('summary.activeMeaning')}
      trend={
        <ShareBar
          share={components === 0 ? 0 : activeComponents / components}
          series="deployments"
        />
      }
      sample={t('summary.visible', { count: components })}
    />
  );
}
