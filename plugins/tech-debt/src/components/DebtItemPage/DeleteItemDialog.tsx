import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  errorStatus,
  FormDialog,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtItemTranslationRef } from '../../translations/item';

/** Takes an item away, after asking once. */
export function DeleteItemDialog(props: {
  item: Pick<PricedDebtItem, 'id' | 'title' | 'version'>;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { item, onClose, onDeleted } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const api = useOpmodelApi();
  const action = useAction(
    () => api.deleteDebtItem(item.id, item.version),
    onDeleted,
  );
  const isConflict = action.error && errorStatus(action.error) === 409;
  return (
    <FormDialog
      title={t('delete.title', { title: item.title })}
      text={t('delete.text')}
      submitLabel={t('delete.submit')}
      running={action.running}
      error={isConflict ? new Error(t('delete.conflict')) : action.error}
      onSubmit={() => action.run()}
      onClose={onClose}
    />
  );
}
