import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartTable,
  NO_VALUE,
  Panel,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { ExplainButton } from '../ExplainButton';

const useStyles = makeStyles(theme => ({
  facts: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
  value: { fontWeight: 600, color: theme.palette.text.primary },
}));

/** Where defects were found, and what was blocked or came back. */
export function DefectsPanel(props: {
  report: FlowReport;
  onExplain: () => void;
}) {
  const { escapedDefects, blocked, reopened } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  return (
    <Panel
      title={t('defects.title')}
      actions={
        <ExplainButton
          label={t('metric.escapedDefects')}
          onExplain={props.onExplain}
        />
      }
    >
      <p className={classes.facts}>
        <span className={classes.value}>
          {escapedDefects.value === null
            ? NO_VALUE
            : formats.share(escapedDefects.value)}
        </span>{' '}
        {escapedDefects.value === null
          ? t('defects.none')
          : t('defects.escaped', {
              escaped: formats.count(escapedDefects.numerator),
              found: formats.count(escapedDefects.denominator),
            })}{' '}
        {escapedDefects.state === 'thin' && (
          <StateChip state="thin" count={escapedDefects.denominator ?? 0} />
        )}
      </p>
      {escapedDefects.bySeverity.length > 0 && (
        <ChartTable
          caption={t('defects.caption')}
          columns={[
            t('defects.severity'),
            t('defects.production'),
            t('defects.earlier'),
            t('defects.unknown'),
          ]}
          rows={escapedDefects.bySeverity.map(row => [
            row.severity,
            formats.count(row.production),
            formats.count(row.earlier),
            formats.count(row.unknown),
          ])}
        />
      )}
      <p className={classes.facts}>
        {blocked.items === null
          ? t('defects.blockedUnknown')
          : t('defects.blocked', {
              count: blocked.items,
              total: formats.count(blocked.n),
              median: formats.duration(blocked.median),
            })}{' '}
        {reopened.value === null
          ? t('defects.reopenedUnknown')
          : t('defects.reopened', {
              share: formats.share(reopened.value),
              count: reopened.numerator ?? 0,
            })}
      </p>
    </Panel>
  );
}
