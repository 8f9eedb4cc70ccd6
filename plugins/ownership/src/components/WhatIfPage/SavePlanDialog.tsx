import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import type {
  OwnershipPlan,
  PlanChange,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  RefsPicker,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';

/** Saves the changes as a plan, or anew as the version after the one that was opened. */
export function SavePlanDialog(props: {
  changes: readonly PlanChange[];
  /** The plan that was opened; absent: a new one. */
  plan?: OwnershipPlan;
  onSaved: (plan: OwnershipPlan) => void;
  onClose: () => void;
}) {
  const { changes, plan, onSaved, onClose } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const api = useOpmodelApi();
  const nameId = useId();
  const dayId = useId();
  const [name, setName] = useState(plan?.name ?? '');
  const [readerRefs, setReaderRefs] = useState<string[]>(
    plan?.readerRefs ?? [],
  );
  const [expiresOn, setExpiresOn] = useState(plan?.expiresOn ?? '');
  const [tried, setTried] = useState(false);
  const isNameless = name.trim() === '';
  const save = useAction(
    async () => {
      const contents = { name, changes: [...changes], readerRefs };
      onSaved(
        plan
          ? await api.updateOwnershipPlan(plan.id, {
              ...contents,
              expiresOn: expiresOn || plan.expiresOn,
              version: plan.version,
            })
          : await api.createOwnershipPlan({
              ...contents,
              ...(expiresOn && { expiresOn }),
            }),
      );
    },
    () => {},
  );
  return (
    <FormDialog
      title={t('save.title')}
      text={t('save.text')}
      submitLabel={t('save.submit')}
      running={save.running}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!isNameless) {
          save.run();
        }
      }}
    >
      <TextField
        id={nameId}
        variant="outlined"
        size="small"
        required
        label={t('save.name')}
        value={name}
        error={tried && isNameless}
        helperText={
          tried && isNameless ? t('save.nameMissing') : t('save.nameHint')
        }
        inputProps={{ maxLength: 200 }}
        onChange={event => setName(event.target.value)}
      />
      <RefsPicker
        label={t('save.readers')}
        kinds={['user']}
        value={readerRefs}
        onChange={setReaderRefs}
      />
      <TextField
        id={dayId}
        type="date"
        variant="outlined"
        size="small"
        label={t('save.expiresOn')}
        value={expiresOn}
        helperText={t('save.expiresHint')}
        InputLabelProps={{ shrink: true }}
        onChange={event => setExpiresOn(event.target.value)}
      />
    </FormDialog>
  );
}
