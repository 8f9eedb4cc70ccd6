import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NewDebtAcceptance,
  PricedDebtItem,
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
import { problemsByField, TextInput } from '../forms';
import { techDebtItemTranslationRef } from '../translations/item';

const fields = [
  'reason',
  'expiresOn',
  'compensatingControl',
  'riskLevel',
] as const;

/** Asks for an item to stay unpaid until a day. Somebody else decides. */
export function DebtAcceptanceDialog(props: {
  item: Pick<PricedDebtItem, 'id' | 'title'>;
  onClose: () => void;
  onRequested: () => void;
}) {
  const { item, onClose, onRequested } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const words = useAcceptanceWords();
  const api = useOpmodelApi();
  const [reason, setReason] = useState('');
  const [control, setControl] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [riskLevel, setRiskLevel] = useState<RiskLevel>('medium');
  const [tried, setTried] = useState(false);
  const action = useAction(
    (body: NewDebtAcceptance) => api.requestDebtAcceptance(item.id, body),
    onRequested,
  );
  const refused = problemsByField(action.error, fields);
  const dayProblem = (): string | undefined => {
    if (expiresOn === '') {
      return tried ? t('acceptance.expiresMissing') : undefined;
    }
    const today = new Date().toISOString().slice(0, 10);
    return expiresOn < today ? t('acceptance.expiresPast') : undefined;
  };
  const submit = () => {
    setTried(true);
    if (reason.trim() && expiresOn !== '' && dayProblem() === undefined) {
      action.run({
        reason: reason.trim(),
        riskLevel,
        expiresOn,
        ...(control.trim() && { compensatingControl: control.trim() }),
      });
    }
  };
  return (
    <FormDialog
      title={t('acceptance.dialogTitle', { title: item.title })}
      text={t('acceptance.dialogText')}
      submitLabel={t('acceptance.submit')}
      running={action.running}
      error={Object.keys(refused).length === 0 ? action.error : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextLines
        required
        label={t('acceptance.reasonLabel')}
        value={reason}
        onChange={setReason}
        problem={
          tried && !reason.trim()
            ? t('acceptance.reasonMissing')
            : refused.reason
        }
      />
      <ChoicePicker
        label={t('acceptance.risk')}
        value={riskLevel}
        choices={riskLevels.map(id => ({ id, label: words.risk[id] }))}
        onChange={setRiskLevel}
      />
      <TextInput
        required
        type="date"
        label={t('acceptance.expiresOn')}
        value={expiresOn}
        problem={dayProblem() ?? refused.expiresOn}
        onChange={setExpiresOn}
      />
      <TextLines
        label={t('acceptance.control')}
        value={control}
        problem={refused.compensatingControl}
        onChange={setControl}
      />
    </FormDialog>
  );
}
