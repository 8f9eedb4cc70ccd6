import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtBulkItemResult,
  DebtBulkResult,
  DebtItemRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink } from '../../facts';
import { techDebtRegisterTranslationRef } from '../../translations/register';

const outcomes: ReadonlyArray<DebtBulkItemResult['outcome']> = [
  'changed',
  'unchanged',
  'conflict',
  'not_allowed',
  'not_found',
  'bad',
];

const stateOf: Record<DebtBulkItemResult['outcome'], OpmodelState> = {
  changed: 'good',
  unchanged: 'good',
  conflict: 'attention',
  not_allowed: 'attention',
  not_found: 'attention',
  bad: 'bad',
};

/** What came of a change of several items: how many, and of each that did not change why. */
export function BulkResult(props: {
  result: DebtBulkResult;
  /** The items as they were changed, for their names. */
  items: readonly DebtItemRow[];
  onDismiss: () => void;
}) {
  const { result, items, onDismiss } = props;
  const { t } = useTranslationRef(techDebtRegisterTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const titleOf = (id: string) =>
    items.find(item => item.id === id)?.title ?? id;
  const failed = result.items.filter(
    ({ outcome }) => stateOf[outcome] !== 'good',
  );
  return (
    <Panel
      title={t('bulk.result')}
      actions={
        <ActionButton onClick={onDismiss}>{t('bulk.dismiss')}</ActionButton>
      }
    >
      <div role="status" className={facts.line}>
        {outcomes
          .filter(outcome => result.counts[outcome] > 0)
          .map(outcome => (
            <StateChip
              key={outcome}
              state={stateOf[outcome]}
              label={t('bulk.counted', {
                n: String(result.counts[outcome]),
                outcome: t(`bulk.outcome.${outcome}`),
              })}
            />
          ))}
      </div>
      {failed.length > 0 && (
        <div className={table.scroll}>
          <table className={table.table} aria-label={t('bulk.result')}>
            <thead>
              <tr>
                <th scope="col">{t('bulk.item')}</th>
                <th scope="col">{t('bulk.came')}</th>
                <th scope="col">{t('bulk.why')}</th>
              </tr>
            </thead>
            <tbody>
              {failed.map(({ id, outcome, field, message }) => (
                <tr key={id}>
                  <th scope="row">
                    <DebtItemLink itemId={id}>{titleOf(id)}</DebtItemLink>
                  </th>
                  <td>{t(`bulk.outcome.${outcome}`)}</td>
                  <td>{[field, message].filter(Boolean).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
