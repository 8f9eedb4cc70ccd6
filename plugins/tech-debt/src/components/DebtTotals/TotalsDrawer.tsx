import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtFlowReport,
  DebtSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainDrawer,
  ExplainSection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useLocation } from 'react-router-dom';
import { registerLink, type LinkedRegister } from '../../entity/registerLink';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import { DebtDocsLink } from '../../facts';
import { techDebtTotalsTranslationRef } from '../../translations/totals';
import { BreachTable } from './BreachTable';
import { useTotalSums } from './useTotalSums';

/** A number of what is owed as a whole. */
export type TotalId = 'owed' | 'overdue' | 'breached' | 'moved' | 'estimated';

/** What of the register a number counts; undefined: what is not there any more is no row. */
const rowsOf: Partial<Record<TotalId, LinkedRegister>> = {
  owed: {},
  overdue: { overdue: 'true' },
  breached: { sort: 'severity' },
  estimated: { sort: '-principal' },
};

/** How one of the numbers came about. */
export function TotalsDrawer(props: {
  open: boolean;
  /** Undefined: none was asked for yet. */
  total: TotalId | undefined;
  summary: DebtSummary;
  flow: DebtFlowReport | undefined;
  onClose: () => void;
}) {
  const { open, total, summary, flow, onClose } = props;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const sums = useTotalSums(summary, flow);
  const { search } = useLocation();
  const paths = useTechDebtPaths();
  if (total === undefined) {
    return null;
  }
  const rows = rowsOf[total];
  return (
    <ExplainDrawer open={open} onClose={onClose} title={t(total)}>
      <ExplainSection title={t('explain.means')}>
        {t(`explain.${total}`)}
      </ExplainSection>
      {sums[total].length > 0 && (
        <ExplainSection title={t('explain.arithmetic')}>
          {sums[total].map(line => (
            <div key={line}>{line}</div>
          ))}
        </ExplainSection>
      )}
      {total === 'breached' && <BreachTable breaches={summary.breaches} />}
      {rows && paths && (
        <ExplainSection title={t('explain.rows')}>
          <Link
            to={registerLink(paths.root, rows, new URLSearchParams(search))}
            onClick={onClose}
          >
            {t('explain.see')}
          </Link>
        </ExplainSection>
      )}
      <ExplainSection title={t('explain.docs')}>
        <DebtDocsLink />
      </ExplainSection>
    </ExplainDrawer>
  );
}
