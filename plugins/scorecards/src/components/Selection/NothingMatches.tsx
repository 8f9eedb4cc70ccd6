import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  EmptyState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';

/** Nothing is asked of what the filters select, and the step that selects more. */
export function NothingMatches(props: { onClear: () => void }) {
  const { onClear } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  return (
    <EmptyState
      title={t('nothing.title')}
      description={t('nothing.text')}
      step={{ text: t('nothing.step') }}
      action={
        <ActionButton variant="outlined" onClick={() => onClear()}>
          {t('nothing.clear')}
        </ActionButton>
      }
    />
  );
}
