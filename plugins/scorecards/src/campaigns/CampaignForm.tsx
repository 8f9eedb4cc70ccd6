import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import type {
  Campaign,
  NewCampaign,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  GroupPicker,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { fieldOfError } from '../forms/fieldOfError';
import { TextInput } from '../forms/TextInput';
import { today } from '../forms/today';
import {
  bodyOf,
  campaignFields,
  checkDraft,
  draftOf,
  type CampaignDraft,
  type CampaignFault,
  type CampaignField,
} from './campaignDraft';
import { EmphasisFields } from './EmphasisFields';
import { ScopeFields } from './ScopeFields';
import { scorecardCampaignsTranslationRef } from './translation';

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 10_000;

/** Begins a campaign, or changes one. What was typed stays when it cannot be kept, and the reason stands at its field. */
export function CampaignForm(props: {
  /** Absent: a new one. */
  campaign?: Campaign;
  onClose: () => void;
  onSaved: (campaign: Campaign) => void;
}) {
  const { campaign, onClose, onSaved } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const api = useOpmodelApi();
  const [draft, setDraft] = useState(() => draftOf(campaign, today()));
  const [tried, setTried] = useState(false);
  const save = useAction(
    async (body: NewCampaign) =>
      onSaved(
        campaign
          ? await api.changeCampaign(campaign.id, {
              ...body,
              revision: campaign.revision,
            })
          : await api.createCampaign(body),
      ),
    () => {},
  );
  const faults = tried ? checkDraft(draft) : {};
  const refused = fieldOfError(save.error, campaignFields);
  const words: Record<CampaignFault, string> = {
    required: t('form.required'),
    order: t('form.order'),
    emphasis: t('form.emphasisMissing'),
    remind: t('form.remindWrong'),
  };
  const problemOf = (field: CampaignField): string | undefined => {
    const fault = faults[field];
    if (fault) {
      return words[fault];
    }
    return refused === field ? save.error?.message : undefined;
  };
  const set = (changes: Partial<CampaignDraft>) =>
    setDraft({ ...draft, ...changes });
  const submit = () => {
    setTried(true);
    if (Object.keys(checkDraft(draft)).length === 0) {
      save.run(bodyOf(draft));
    }
  };
  return (
    <FormDialog
      title={
        campaign
          ? t('form.changeTitle', { title: campaign.title })
          : t('form.newTitle')
      }
      text={t('form.text')}
      submitLabel={campaign ? t('form.submitChange') : t('form.submitNew')}
      running={save.running}
      error={refused === undefined ? save.error : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        required
        label={t('form.title')}
        longest={LONGEST_TITLE}
        value={draft.title}
        problem={problemOf('title')}
        onChange={title => set({ title })}
      />
      <TextInput
        multiline
        label={t('form.description')}
        longest={LONGEST_TEXT}
        value={draft.description}
        problem={problemOf('description')}
        onChange={description => set({ description })}
      />
      <GroupPicker
        required
        label={t('form.owner')}
        value={draft.ownerRef}
        problem={problemOf('ownerRef')}
        onChange={ownerRef => set({ ownerRef })}
      />
      <EmphasisFields draft={draft} problemOf={problemOf} onChange={set} />
      <TextInput
        required
        type="date"
        label={t('form.startsOn')}
        value={draft.startsOn}
        problem={problemOf('startsOn')}
        onChange={startsOn => set({ startsOn })}
      />
      <TextInput
        required
        type="date"
        label={t('form.targetOn')}
        value={draft.targetOn}
        problem={problemOf('targetOn')}
        onChange={targetOn => set({ targetOn })}
      />
      <ScopeFields
        scope={draft.scope}
        problem={problemOf('scope')}
        onChange={scope => set({ scope })}
      />
      <TextInput
        type="number"
        label={t('form.remind')}
        hint={t('form.remindHint')}
        value={draft.remindEveryDays}
        problem={problemOf('remindEveryDays')}
        inputProps={{ min: 0, max: 90, step: 1 }}
        onChange={remindEveryDays => set({ remindEveryDays })}
      />
      {(!campaign || campaign.status === 'draft') && (
        <FormControlLabel
          label={t('form.isDraft')}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={draft.isDraft}
              onChange={(_, isDraft) => set({ isDraft })}
            />
          }
        />
      )}
    </FormDialog>
  );
}
