import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';
import { useId, useState } from 'react';
import {
  FormDialog,
  GroupPicker,
  RefsPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import {
  emptyDraft,
  findDraftProblems,
  toPlanChange,
  type ChangeDraft,
} from './planDraft';

const types = [
  'merge_teams',
  'dissolve_team',
  'move_systems',
  'people_leave',
] as const;
const ownedKinds = ['system', 'component', 'api', 'resource', 'domain'];

/** Adds one change to the list. */
export function ChangeForm(props: {
  onAdd: (change: PlanChange) => void;
  onClose: () => void;
}) {
  const { onAdd, onClose } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const typeId = useId();
  const peopleId = useId();
  const [draft, setDraft] = useState<ChangeDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const found = findDraftProblems(draft);
  const change = (changed: Partial<ChangeDraft>) =>
    setDraft(known => ({ ...known, ...changed }));
  const problemOf = (field: keyof typeof found) => {
    const problem = tried ? found[field] : undefined;
    return problem && t(`form.${problem}`);
  };
  const { type } = draft;
  return (
    <FormDialog
      title={t('form.title')}
      text={t('form.text')}
      submitLabel={t('form.submit')}
      running={false}
      onClose={onClose}
      onSubmit={() => {
        if (Object.keys(found).length > 0) {
          setTried(true);
        } else {
          onAdd(toPlanChange(draft));
        }
      }}
    >
      <TextField
        select
        id={typeId}
        variant="outlined"
        size="small"
        label={t('form.type')}
        value={type}
        SelectProps={{ native: true }}
        InputLabelProps={{ htmlFor: typeId }}
        onChange={event =>
          change({ type: event.target.value as ChangeDraft['type'] })
        }
      >
        {types.map(one => (
          <option key={one} value={one}>
            {t(`form.${one}`)}
          </option>
        ))}
      </TextField>
      {type === 'move_systems' ? (
        <RefsPicker
          required
          label={t('form.systems')}
          kinds={ownedKinds}
          hint={t('form.systemsHint')}
          value={draft.entityRefs}
          onChange={entityRefs => change({ entityRefs })}
          problem={problemOf('entityRefs')}
        />
      ) : (
        <RefsPicker
          required
          label={t(type === 'people_leave' ? 'form.teams' : 'form.ending')}
          kinds={['group']}
          value={draft.teamRefs}
          onChange={teamRefs => change({ teamRefs })}
          problem={problemOf('teamRefs')}
        />
      )}
      {(type === 'merge_teams' || type === 'move_systems') && (
        <GroupPicker
          required
          label={t('form.into')}
          value={draft.toRef}
          onChange={toRef => change({ toRef })}
          problem={problemOf('toRef')}
        />
      )}
      {type === 'people_leave' && (
        <TextField
          id={peopleId}
          type="number"
          variant="outlined"
          size="small"
          required
          label={t('form.people')}
          value={draft.people}
          error={problemOf('people') !== undefined}
          helperText={problemOf('people')}
          inputProps={{ min: 1, max: 1000 }}
          onChange={event => change({ people: event.target.value })}
        />
      )}
    </FormDialog>
  );
}
