import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  FlowMetricId,
  FlowReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  Panel,
  RelativeTime,
  Sparkline,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { ExplainButton } from '../ExplainButton';
import { ExportPipelines } from './ExportPipelines';

const useStyles = makeStyles(theme => ({
  summary: {
    padding: theme.spacing(0.5, 2, 1),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
  value: { fontWeight: 600, color: theme.palette.text.primary },
}));

/** How the pipelines do: those that fail most first. */
export function BuildsPanel(props: {
  report: FlowReport;
  onExplain: (metric: FlowMetricId) => void;
}) {
  const { success, duration, weeks, pipelines, state } = props.report.builds;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const table = useDenseTableStyles();
  return (
    <Panel
      flush
      title={t('builds.title')}
      actions={
        <span>
          {pipelines.length > 0 && <ExportPipelines report={props.report} />}
          <ExplainButton
            label={t('builds.title')}
            onExplain={() => props.onExplain('build-success')}
          />
        </span>
      }
    >
      {state === 'no_data' ? (
        <p className={classes.summary}>{t('builds.empty')}</p>
      ) : (
        <>
          <p className={classes.summary}>
            <span className={classes.value}>
              {success.value === null ? NO_VALUE : formats.share(success.value)}
            </span>{' '}
            {t('builds.succeeded', {
              good: formats.count(success.numerator),
              runs: formats.count(success.denominator),
            })}
            {' · '}
            <span className={classes.value}>
              {formats.duration(duration.median)}
            </span>{' '}
            {t('builds.duration', { p90: formats.duration(duration.p90) })}{' '}
            {state === 'thin' && <StateChip state="thin" count={success.n} />}
            <Sparkline
              fluid
              height={32}
              series="builds"
              label={t('trend.weekly', { label: t('builds.rate') })}
              values={weeks.map(week => week.successRate)}
            />
          </p>
          <div className={table.scroll}>
            <table className={table.table} aria-label={t('builds.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('builds.pipeline')}</th>
                  <th scope="col" className={table.number}>
                    {t('builds.runs')}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('builds.rate')}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('builds.median')}
                  </th>
                  <th scope="col">{t('builds.last')}</th>
                </tr>
              </thead>
              <tbody>
                {pipelines.map(pipeline => (
                  <tr key={`${pipeline.entityRef} ${pipeline.pipeline}`}>
                    <th scope="row">
                      {pipeline.url ? (
                        <Link to={pipeline.url}>{pipeline.pipeline}</Link>
                      ) : (
                        pipeline.pipeline
                      )}{' '}
                      <span className={table.quiet}>
                        {pipeline.entityTitle}
                      </span>
                    </th>
                    <td className={table.number}>
                      {formats.count(pipeline.runs)}
                    </td>
                    <td className={table.number}>
                      {formats.share(pipeline.successRate)}
                    </td>
                    <td className={table.number}>
                      {formats.duration(pipeline.durationMedian)}
                    </td>
                    <td>
                      {pipeline.lastRunAt && (
                        <RelativeTime instant={pipeline.lastRunAt} />
                      )}{' '}
                      <span className={table.quiet}>{pipeline.lastResult}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Panel>
  );
}
