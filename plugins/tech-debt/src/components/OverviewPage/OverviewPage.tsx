import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { useRegisterParams } from '../../hooks/useRegisterParams';
import { useDebtSummary } from '../../hooks/fleetQueries';
import { DebtTotals } from '../DebtTotals';
import { RegisterFilter } from '../RegisterFilter';
import { RegisterPanel } from '../RegisterTable';

/** The register: what the selection owes as a whole, and a row an item, what is worth paying first. */
export function OverviewPage() {
  const sections = useSectionStyles();
  const params = useRegisterParams();
  const summary = useDebtSummary(params.summed);
  return (
    <div className={sections.page}>
      <DebtTotals summary={summary} selection={params.selection} />
      <RegisterFilter params={params} />
      <RegisterPanel params={params} onChanged={summary.retry} />
    </div>
  );
}
