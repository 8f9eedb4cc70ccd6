import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  CopyLinkButton,
  EmptyState,
  Panel,
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtDocsLink, FactLine } from '../../facts';
import {
  ReportButton,
  ReportList,
  useReportParams,
  useReports,
  type ReportParams,
} from '../../reports';
import { techDebtReportsTranslationRef } from '../../translations/reports';
import { ReportFilter } from './ReportFilter';

const REPORTS_PER_PAGE = 25;
const SKELETON_ROWS = 10;

/** What debt cost on single days, as teams reported it: how much of it has no cause yet, and each report with its cause. */
export function ReportsPage() {
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  const params = useReportParams();
  const { choice, query } = params;
  const pages = useReports(query, {
    rowsPerPage: REPORTS_PER_PAGE,
    subject: 'reports',
  });
  const unlinked = useReports(
    { ...query, unlinked: true },
    { rowsPerPage: 1, subject: 'unlinked reports' },
  );
  const { data } = pages.page;
  const reload = () => {
    pages.page.retry();
    unlinked.page.retry();
  };
  return (
    <div className={sections.page}>
      <Answer
        all={choice.unlinked ? undefined : data?.totalItems}
        unlinked={unlinked.page.data?.totalItems}
      />
      <ReportFilter params={params} />
      <Panel
        flush
        title={t('pageTitle')}
        actions={
          <div className={facts.actions}>
            {data?.mayCreate && (
              <ReportButton
                known={{ entityRef: choice.entity }}
                onFiled={reload}
              />
            )}
            <CopyLinkButton />
          </div>
        }
      >
        {data?.totalItems === 0 ? (
          <NoReports params={params} />
        ) : (
          <ReportList
            pages={pages}
            label={t('pageTitle')}
            empty={t('empty.filteredText')}
            skeletonRows={SKELETON_ROWS}
            onChanged={reload}
          />
        )}
      </Panel>
    </div>
  );
}

/** How many there are, and for how many somebody is still to find the cause. */
function Answer(props: { all?: number; unlinked?: number }) {
  const { all, unlinked } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const facts = useFactStyles();
  const counted = (key: 'all' | 'unlinked', count: number) =>
    t(`answer.${key}`, { count });
  return (
    <section aria-label={t('answer.label')}>
      <p className={facts.text} role="status">
        {[
          ...(all === undefined ? [] : [counted('all', all)]),
          ...(unlinked === undefined ? [] : [counted('unlinked', unlinked)]),
        ].join(', ')}
      </p>
      <FactLine>
        <span>{t('answer.meaning')}</span>
        <span>
          <DebtDocsLink />
        </span>
      </FactLine>
    </section>
  );
}

function NoReports(props: { params: ReportParams }) {
  const { isFiltered, clear } = props.params;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  return isFiltered ? (
    <EmptyState
      title={t('empty.filteredTitle')}
      description={t('empty.filteredText')}
      step={{ text: t('empty.filteredStep') }}
      action={
        <ActionButton variant="outlined" onClick={clear}>
          {t('empty.clear')}
        </ActionButton>
      }
    />
  ) : (
    <EmptyState
      title={t('empty.title')}
      description={t('empty.text')}
      step={{ text: t('empty.step') }}
    />
  );
}
