import { useSectionStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { useDebtMatrix, useDebtPlaces } from '../../hooks/fleetQueries';
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
  const layout = usePlacesParams();
  const matrix = useDebtMatrix({
    ...params.summed,
    ...toStatusQuery(params.choice.status),
  });
  const places = useDebtPlaces({ ...params.selection, by: layout.by });
  return (
    <div className={sections.page}>
      <RegisterFilter params={params} />
      <DebtMatrixPanel matrix={matrix} />
      <DebtByScopePanel
        places={places}
        by={layout.by}
        area={layout.area}
        onChange={layout.choose}
      />
    </div>
  );
}
