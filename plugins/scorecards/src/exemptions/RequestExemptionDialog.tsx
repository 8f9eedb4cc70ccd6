import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Acceptance,
  NewCheckExemption,
  RiskLevel,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  FormDialog,
  riskLevels,
  TextLines,
  useAcceptanceWords,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { fieldOfError } from '../forms/fieldOfError';
import { TextInput } from '../forms/TextInput';
import { today } from '../forms/today';
import { scorecardExemptionsTranslationRef } from './translation';

const fields = [
  'reason',
  'expiresOn',
  'compensatingControl',
  'riskLevel',
] as const;

/** Props of {@link RequestExemptionDialog}. */
export interface RequestExemptionDialogProps {
  entityRef: string;
  entityTitle: string;
  scorecardRef: string;
  check: { checkId: string; name: string };
  onClose: () => void;
  /** Called with what was asked for, before the dialog closes. */
  onRequested: (acceptance: Acceptance) => void;
}

/** Asks for a check to be excused for an entity until a day. */
export function RequestExemptionDialog(props: RequestExemptionDialogProps) {
  const { entityRef, entityTitle, scorecardRef, check } = props;
  const { onClose, onRequested } = props;
  const { t } = useTranslationRef(scorecardExemptionsTranslationRef);
  const words = useAcceptanceWords();
  const api = useOpmodelApi();
  const [reason, setReason] = useState('');
  const [control, setControl] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [riskLevel, setRiskLevel] = useState<RiskLevel>('medium');
  const [tried, setTried] = useState(false);
  const action = useAction(
    async (body: NewCheckExemption) =>
      onRequested(await api.requestCheckExemption(entityRef, body)),
    onClose,
  );
  const isPast = expiresOn !== '' && expiresOn < today();
  const refused = fieldOfError(action.error, fields);
  const said = (field: (typeof fields)[number]) =>
    refused === field ? action.error?.message : undefined;
  const submit = () => {
    setTried(true);
    if (reason.trim() && !isPast) {
      action.run({
        scorecard: scorecardRef,
        check: check.checkId,
        reason: reason.trim(),
        riskLevel,
        ...(expiresOn && { expiresOn }),
        ...(control.trim() && { compensatingControl: control.trim() }),
      });
    }
  };
  return (
    <FormDialog
      title={t('request.title')}
      text={t('request.text', {
        entity: entityTitle,
        check: check.name,
      })}
      submitLabel={t('request.submit')}
      running={action.running}
      error={refused === undefined ? action.error : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextLines
        required
        label={t('request.reason')}
        value={reason}
        onChange={setReason}
        problem={
          tried && !reason.trim() ? t('request.reasonMissing') : said('reason')
        }
      />
      <ChoicePicker
        label={t('request.risk')}
        value={riskLevel}
        choices={riskLevels.map(id => ({ id, label: words.risk[id] }))}
        onChange={setRiskLevel}
      />
      <TextInput
        type="date"
        label={t('request.expiresOn')}
        hint={t('request.expiresHint')}
        value={expiresOn}
        problem={isPast ? t('request.expiresPast') : said('expiresOn')}
        onChange={setExpiresOn}
      />
      <TextLines
        label={t('request.control')}
        value={control}
        problem={said('compensatingControl')}
        onChange={setControl}
      />
    </FormDialog>
  );
}
