import { priceDebt } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { PriceTable } from '../components/PriceTable';
import type { DebtDraft } from './debtDraft';
import { readEstimate } from './readDraft';

/** What an item costs by what is typed, each price with its arithmetic or with what it lacks. */
export function LivePrices(props: { draft: DebtDraft }) {
  const { draft } = props;
  const api = useOpmodelApi();
  const [carrier] = draft.entityRefs;
  const summary = useQueryState({
    key: carrier ?? '',
    subject: 'day-rate',
    enabled: carrier !== undefined,
    request: signal => api.getDebtSummary({ entity: carrier }, { signal }),
  });
  const estimate = readEstimate(draft);
  return (
    <PriceTable
      principalDays={estimate.principalDays}
      prices={priceDebt(estimate, summary.data?.dayRate ?? null)}
    />
  );
}
