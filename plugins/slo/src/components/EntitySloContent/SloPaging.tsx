import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NewestFirstPaging,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloEntityTranslationRef } from '../../translations/entity';

/** The way to the other SLOs, where one page does not hold them all. */
export function SloPaging(props: {
  report: SloReport;
  pages: RowPages<SloReport>;
}) {
  const { report, pages } = props;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  return report.totalItems <= pages.rowsPerPage ? null : (
    <NewestFirstPaging
      sorted
      label={t('header.pages')}
      page={report}
      pages={pages}
      rowsPerPage={pages.rowsPerPage}
    />
  );
}
