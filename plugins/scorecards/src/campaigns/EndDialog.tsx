import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Campaign } from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { scorecardCampaignsTranslationRef } from './translation';

/** Ends a campaign or puts it away, with a note for those who took part. */
export function EndDialog(props: {
  campaign: Campaign;
  deed: 'end' | 'archive';
  onClose: () => void;
  onDone: () => void;
}) {
  const { campaign, deed, onClose, onDone } = props;
  const { t } = useTranslationRef(scorecardCampaignsTranslationRef);
  const api = useOpmodelApi();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(async () => {
    const body = { revision: campaign.revision, note: note.trim() };
    await (deed === 'end'
      ? api.endCampaign(campaign.id, body)
      : api.archiveCampaign(campaign.id, body));
    onDone();
  }, onClose);
  return (
    <FormDialog
      title={t(`${deed}.title`, { title: campaign.title })}
      text={t(`${deed}.text`)}
      submitLabel={t(`${deed}.submit`)}
      running={action.running}
      error={action.error}
      onSubmit={() => {
        setTried(true);
        if (note.trim()) {
          action.run();
        }
      }}
      onClose={onClose}
    >
      <TextLines
        required
        label={t('note.label')}
        value={note}
        problem={tried && !note.trim() ? t('note.missing') : undefined}
        onChange={setNote}
      />
    </FormDialog>
  );
}
