import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraReport,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useComparedReport } from '../../hooks/useComparedReport';
import { useCompareParam, type Comparison } from '../../hooks/useCompareParam';
import { doraTranslationRef } from '../../translation';
import { CompareForm } from './CompareForm';
import { CompareTable } from './CompareTable';
import { comparedWindow } from './comparedWindow';

const useStyles = makeStyles(theme => ({
  caption: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
}));

/** The same scope in two windows, under the same definition; it opens where the URL asks for it. */
export function ComparePanel(props: {
  entityRef: string;
  report: DoraReport;
  query: DoraReportQuery;
}) {
  const { comparison } = useCompareParam();
  return comparison ? (
    <OpenComparison {...props} comparison={comparison} />
  ) : null;
}

/** Opens the comparison with the window before. */
export function CompareButton() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { comparison, compare } = useCompareParam();
  return (
    <ActionButton
      variant="outlined"
      onClick={() => compare(comparison ? undefined : { with: 'previous' })}
    >
      {comparison ? t('compare.close') : t('compare.open')}
    </ActionButton>
  );
}

function OpenComparison(props: {
  entityRef: string;
  report: DoraReport;
  query: DoraReportQuery;
  comparison: Comparison;
}) {
  const { entityRef, report, query, comparison } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const { compare } = useCompareParam();
  const then = useComparedReport(
    entityRef,
    query,
    comparedWindow(comparison, report.window),
  );
  return (
    <Panel
      title={t('compare.title')}
      actions={
        <ActionButton onClick={() => compare(undefined)}>
          {t('compare.close')}
        </ActionButton>
      }
    >
      <p className={classes.caption}>{t('compare.caption')}</p>
      <CompareForm
        comparison={comparison}
        window={report.window}
        onCompare={compare}
      />
      <QueryView
        query={then}
        subject={t('tab.subject')}
        skeleton={<RowsSkeleton rows={7} />}
      >
        {earlier => <CompareTable now={report} then={earlier} />}
      </QueryView>
    </Panel>
  );
}
