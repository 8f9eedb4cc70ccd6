import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { OwnershipGap } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipGapTranslationRef } from '../../translations/gaps';
import { useOwnershipWords } from '../../words/useOwnershipWords';

/** Takes the date of a gap back. It can be set again, so nothing is asked. */
export function RemoveGapDateButton(props: {
  entityRef: string;
  gap: OwnershipGap;
  onDone: () => void;
}) {
  const { entityRef, gap, onDone } = props;
  const { t } = useTranslationRef(ownershipGapTranslationRef);
  const words = useOwnershipWords();
  const api = useOpmodelApi();
  const action = useAction(
    () => api.removeOwnershipGapDate(entityRef, gap),
    onDone,
  );
  return (
    <>
      <ActionButton
        aria-label={t('removeDateOf', { gap: words.gap[gap] })}
        aria-disabled={action.running}
        onClick={() => action.run()}
      >
        {t('removeDate')}
      </ActionButton>
      {action.error && (
        <FormHelperText error role="alert">
          {action.error.message}
        </FormHelperText>
      )}
    </>
  );
}
