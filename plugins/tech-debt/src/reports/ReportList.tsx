import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtReportPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  PagedRows,
  StateChip,
  useFactStyles,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import { ReportDeedDialogs } from './ReportDeedDialogs';
import { ReportTable } from './ReportTable';
import { useReportDeeds, type ReportDeed } from './useReportDeeds';

/** Reports a page at a time within a flush panel, with what their reader may do with each. */
export function ReportList(props: {
  pages: RowPages<DebtReportPage>;
  /** What the table is of. */
  label: string;
  empty: ReactNode;
  skeletonRows: number;
  quietOnOnePage?: boolean;
  ofItem?: boolean;
  /** Something was done with one of them. */
  onChanged?: () => void;
}) {
  const { pages, label, empty, skeletonRows, ofItem, onChanged } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const facts = useFactStyles();
  const status = useRef<HTMLDivElement>(null);
  const deeds = useReportDeeds(() => {
    pages.page.retry();
    onChanged?.();
  });
  const { done, error, asked } = deeds;
  // The row may be gone by now, and the button in it that had the focus.
  useEffect(() => {
    if (done) {
      status.current?.focus();
    }
  }, [done]);
  const doneWords: Record<ReportDeed, string> = {
    change: t('done.changed'),
    link: t('done.linked'),
    unlink: t('done.unlinked'),
    remove: t('done.removed'),
  };
  const failure = deeds.isConflict ? t('link.conflict') : error?.message;
  return (
    <>
      <div ref={status} role="status" tabIndex={-1}>
        {done && (
          <div className={facts.line} style={{ padding: '4px 16px' }}>
            <StateChip state="good" label={doneWords[done]} />
          </div>
        )}
        {error && !asked && (
          <div className={facts.line} style={{ padding: '4px 16px' }}>
            <StateChip
              state="error"
              label={t('failed', { message: failure ?? '' })}
            />
          </div>
        )}
      </div>
      <PagedRows
        quietOnOnePage={props.quietOnOnePage}
        pages={pages}
        subject={t('subject')}
        label={t('pages')}
        skeletonRows={skeletonRows}
        empty={empty}
      >
        {page => (
          <ReportTable
            reports={page.items}
            label={label}
            ofItem={ofItem}
            onChoose={deeds.choose}
          />
        )}
      </PagedRows>
      <ReportDeedDialogs deeds={deeds} />
    </>
  );
}
