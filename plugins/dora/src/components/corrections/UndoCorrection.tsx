import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraCorrection } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { FormDialog } from '../FormDialog';
import { ReasonField } from '../ReasonField';
import {
  useCorrectionsOffer,
  type CorrectionsOffer,
} from './CorrectionsContext';

/** Takes a correction back, with a reason; only for those who may. */
export function UndoCorrection(props: { correction: DoraCorrection }) {
  const offer = useCorrectionsOffer();
  const { t } = useTranslationRef(doraTranslationRef);
  const [isOpen, setOpen] = useState(false);
  if (!offer) {
    return null;
  }
  return (
    <>
      <ActionButton onClick={() => setOpen(true)}>
        {t('correction.undo')}
      </ActionButton>
      {isOpen && (
        <UndoDialog
          offer={offer}
          correctionId={props.correction.id}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function UndoDialog(props: {
  offer: CorrectionsOffer;
  correctionId: string;
  onClose: () => void;
}) {
  const { offer, correctionId, onClose } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const api = useOpmodelApi();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const undo = useAction(
    (why: string) =>
      api.undoDoraCorrection(offer.entityRef, correctionId, { reason: why }),
    () => {
      onClose();
      offer.onCorrected();
    },
  );
  const isMissing = reason.trim() === '';
  return (
    <FormDialog
      title={t('correction.undoTitle')}
      text={t('correction.undoText')}
      submit={t('correction.undo')}
      submitting={t('correction.saving')}
      cancel={t('correction.cancel')}
      running={undo.running}
      error={undo.error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!isMissing) {
          undo.run(reason.trim());
        }
      }}
    >
      <ReasonField
        label={t('correction.reason')}
        value={reason}
        onChange={setReason}
        error={tried && isMissing ? t('correction.reasonMissing') : undefined}
      />
    </FormDialog>
  );
}
