import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { errorStatus, Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import { ReportButton } from './ReportButton';
import type { KnownOfReport } from './reportDraft';
import { ReportList } from './ReportList';
import { useReports, type ReportQuery } from './reportQueries';

const REPORTS_PER_PAGE = 10;
const SKELETON_ROWS = 3;

const useStyles = makeStyles(theme => ({
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** What debt cost in one place, or because of one item, with the way to report more. */
export function ReportsPanel(props: {
  /** Of what. */
  query: Pick<ReportQuery, 'entity' | 'scope' | 'item'>;
  /** What is known of what is reported here. */
  known?: KnownOfReport;
  /** Something was reported, or done with a report: what is measured is another. */
  onChanged?: () => void;
}) {
  const { query, known, onChanged } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const classes = useStyles();
  const pages = useReports(query, { rowsPerPage: REPORTS_PER_PAGE });
  const { phase, error, data } = pages.page;
  const ofItem = query.item !== undefined;
  const title = ofItem ? t('ofItem') : t('title');
  // An engine of an earlier version keeps no reports: that is no error of the page.
  if (phase === 'failed' && errorStatus(error) === 404) {
    return null;
  }
  return (
    <Panel
      flush
      title={title}
      actions={
        data?.mayCreate && (
          <div className={classes.actions}>
            <ReportButton
              known={known}
              onFiled={() => {
                pages.page.retry();
                onChanged?.();
              }}
            />
          </div>
        )
      }
    >
      <ReportList
        quietOnOnePage
        pages={pages}
        label={title}
        empty={ofItem ? t('empty.item') : t('empty.scope')}
        skeletonRows={SKELETON_ROWS}
        ofItem={ofItem}
        onChanged={onChanged}
      />
    </Panel>
  );
}
