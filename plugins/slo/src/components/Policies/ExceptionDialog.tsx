import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import type {
  Acceptance,
  NewPolicyException,
  RiskLevel,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  EntityPicker,
  FormDialog,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { sloTranslationRef } from '../../translation';
import { sloPolicyTranslationRef } from '../../translations/policies';

/** What can have an SLO, and so be held. */
const kinds = ['component', 'api', 'resource', 'system', 'domain', 'group'];
const riskLevels = [
  'low',
  'medium',
  'high',
  'critical',
] as const satisfies readonly RiskLevel[];

/** Asks for an entity to be excepted from a policy for a time. */
export function ExceptionDialog(props: {
  policy: { ref: string; title: string };
  /** Whom it is about; undefined: that is to be said. */
  entityRef?: string;
  onClose: () => void;
  onDone: (acceptance: Acceptance) => void;
}) {
  const { policy, onClose, onDone } = props;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const { t: words } = useTranslationRef(sloTranslationRef);
  const api = useOpmodelApi();
  const fieldId = useId();
  const [entityRef, setEntityRef] = useState(props.entityRef);
  const [reason, setReason] = useState('');
  const [control, setControl] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [riskLevel, setRiskLevel] = useState<RiskLevel>('medium');
  const [tried, setTried] = useState(false);
  const action = useAction(
    async (body: NewPolicyException) =>
      onDone(await api.requestPolicyException(policy.ref, body)),
    onClose,
  );
  const isPast =
    expiresOn !== '' && expiresOn < new Date().toISOString().slice(0, 10);
  const submit = () => {
    setTried(true);
    if (entityRef !== undefined && reason.trim() && !isPast) {
      action.run({
        entityRef,
        reason: reason.trim(),
        riskLevel,
        ...(expiresOn && { expiresOn }),
        ...(control.trim() && { compensatingControl: control.trim() }),
      });
    }
  };
  return (
    <FormDialog
      title={t('exception.title', { policy: policy.title })}
      text={t('exception.text')}
      submitLabel={t('exception.submit')}
      running={action.running}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <EntityPicker
        required
        label={t('exception.entity')}
        kinds={kinds}
        value={entityRef}
        disabled={props.entityRef !== undefined}
        problem={
          tried && entityRef === undefined
            ? t('exception.entityMissing')
            : undefined
        }
        onChange={setEntityRef}
      />
      <TextLines
        required
        label={words('form.reason')}
        value={reason}
        onChange={setReason}
        problem={
          tried && !reason.trim() ? words('form.reasonMissing') : undefined
        }
      />
      <TextField
        id={`${fieldId}until`}
        type="date"
        size="small"
        variant="outlined"
        label={t('exception.expires')}
        value={expiresOn}
        error={isPast}
        helperText={isPast ? t('exception.expiresPast') : undefined}
        onChange={event => setExpiresOn(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <TextLines
        label={t('exception.control')}
        value={control}
        onChange={setControl}
      />
      <ChoicePicker
        label={t('exception.risk')}
        value={riskLevel}
        choices={riskLevels.map(id => ({ id, label: t(`risk.${id}`) }))}
        onChange={setRiskLevel}
      />
    </FormDialog>
  );
}
