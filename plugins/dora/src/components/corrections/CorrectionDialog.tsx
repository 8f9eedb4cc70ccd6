import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState, type ReactNode } from 'react';
import { doraTranslationRef } from '../../translation';
import { FormDialog } from '../FormDialog';
import { ReasonField } from '../ReasonField';
import type { CorrectionDraft, CorrectionsOffer } from './CorrectionsContext';

/** Asks for the reason of a correction, and for what else it needs, and makes it. */
export function CorrectionDialog(props: {
  offer: CorrectionsOffer;
  title: string;
  text: string;
  /** The correction; null while something of it is missing or wrong. */
  draft: CorrectionDraft | null;
  onClose: () => void;
  /** Called when it is sent, so that further fields can say what is missing. */
  onTry?: () => void;
  /** Further fields, above the reason. */
  children?: ReactNode;
}) {
  const { offer, title, text, draft, onClose, onTry, children } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const api = useOpmodelApi();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const correct = useAction(
    (correction: CorrectionDraft, why: string) =>
      api.createDoraCorrection(offer.entityRef, { ...correction, reason: why }),
    () => {
      onClose();
      offer.onCorrected();
    },
  );
  const isReasonMissing = reason.trim() === '';
  return (
    <FormDialog
      title={title}
      text={text}
      submit={t('correction.save')}
      submitting={t('correction.saving')}
      cancel={t('correction.cancel')}
      running={correct.running}
      error={correct.error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        onTry?.();
        if (draft && !isReasonMissing) {
          correct.run(draft, reason.trim());
        }
      }}
    >
      {children}
      <ReasonField
        label={t('correction.reason')}
        hint={t('correction.reasonHint')}
        value={reason}
        onChange={setReason}
        error={
          tried && isReasonMissing ? t('correction.reasonMissing') : undefined
        }
      />
    </FormDialog>
  );
}
