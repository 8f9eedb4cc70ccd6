import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { useDebtFlow, useDebtMatrix } from '../../hooks/fleetQueries';
import { usePlacesParams } from '../../hooks/usePlacesParams';
import {
  toStatusQuery,
  useRegisterParams,
} from '../../hooks/useRegisterParams';
import { DebtByScopePanel } from '../DebtByScope';
import { DebtMatrixPanel } from '../DebtMatrix';
import { RegisterFilter } from '../RegisterFilter';

/** How bad what is owed is, and where it lies. */
export function PlacesPage() {
  const sections = useSectionStyles();
  const params = useRegisterParams();
  const places = usePlacesParams();
  const matrix = useDebtMatrix({
    ...params.summed,
    ...toStatusQuery(params.choice.status),
  });
  // What is owed today is where the flow of today ends, which is a day of the organisation and not of who looks.
  const flow = useDebtFlow({
    ...params.selection,
    window: 'P1D',
    interval: 'day',
    by: places.by,
  });
  return (
    <div className={sections.page}>
      <RegisterFilter params={params} />
      <DebtMatrixPanel matrix={matrix} />
      <DebtByScopePanel
        flow={flow}
        by={places.by}
        area={places.area}
        onChange={places.choose}
      />
    </div>
  );
}
