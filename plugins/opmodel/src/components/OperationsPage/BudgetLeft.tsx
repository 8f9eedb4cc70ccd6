import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CollectorHealth } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  NO_VALUE,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';

/** How many requests an outside system still allows; a dash where it does not tell. */
export function BudgetLeft(props: { budget: CollectorHealth['budget'] }) {
  const { budget } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  if (!budget) {
    return <>{NO_VALUE}</>;
  }
  const remaining = formats.count(budget.remaining);
  const text =
    budget.limit === null
      ? remaining
      : t('collectors.budgetOf', {
          remaining,
          limit: formats.count(budget.limit),
        });
  return budget.resetAt ? (
    <Hint
      title={t('collectors.budgetReset', {
        when: formats.relative(budget.resetAt),
      })}
    >
      {text}
    </Hint>
  ) : (
    <>{text}</>
  );
}
