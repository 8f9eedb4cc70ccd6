import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import type { Acceptance } from '@opmodel/backstage-plugin-opmodel-common';
import { useOpmodelApi } from '../../api/useOpmodelApi';
import { useAction } from '../../request/useAction';
import { ActionButton } from '../ActionButton';
import { ExplainSection } from '../ExplainDrawer';
import { useId, useState } from 'react';
import { opmodelAcceptancesTranslationRef } from './translation';

/** As long as the API takes. */
const LONGEST_NOTE = 2_000;

type Deed = 'approve' | 'deny' | 'withdraw' | 'revoke';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** What the caller may do with an acceptance. What was written stays where it fails. */
export function AcceptanceDecision(props: {
  acceptance: Acceptance;
  onDone: () => void;
}) {
  const { acceptance, onDone } = props;
  const { mayDecide, mayWithdraw, mayRevoke } = acceptance;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const classes = useStyles();
  const noteId = useId();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = useSend(acceptance.id, () => {
    setNote('');
    onDone();
  });
  const attempt = (deed: Deed) => {
    const needsNote = deed === 'deny' || deed === 'revoke';
    const missing = needsNote && note.trim() === '';
    setMissing(missing);
    if (!missing) {
      send.run(deed, note.trim());
    }
  };
  if (!mayDecide && !mayWithdraw && !mayRevoke) {
    return null;
  }
  const button = (deed: Deed, label: string, isMain = false) => (
    <ActionButton
      variant={isMain ? 'contained' : 'outlined'}
      color={isMain ? 'primary' : 'default'}
      aria-disabled={send.running}
      onClick={() => attempt(deed)}
    >
      {label}
    </ActionButton>
  );
  return (
    <ExplainSection title={t('decide.title')}>
      <TextField
        id={noteId}
        fullWidth
        multiline
        minRows={2}
        margin="dense"
        variant="outlined"
        label={t('decide.note')}
        value={note}
        error={isMissing}
        helperText={isMissing ? t('decide.noteMissing') : t('decide.noteHint')}
        inputProps={{ maxLength: LONGEST_NOTE }}
        onChange={event => setNote(event.target.value)}
      />
      {send.error && (
        <FormHelperText error role="alert">
          {send.error.message}
        </FormHelperText>
      )}
      <div className={classes.actions}>
        {mayDecide && button('approve', t('decide.approve'), true)}
        {mayDecide && button('deny', t('decide.deny'))}
        {mayRevoke && button('revoke', t('decide.revoke'))}
        {mayWithdraw && button('withdraw', t('decide.withdraw'))}
      </div>
    </ExplainSection>
  );
}

function useSend(id: string, onDone: () => void) {
  const api = useOpmodelApi();
  return useAction((deed: Deed, note: string) => {
    const body = note === '' ? {} : { note };
    const calls: Record<Deed, () => Promise<Acceptance>> = {
      approve: () => api.approveAcceptance(id, body),
      deny: () => api.denyAcceptance(id, body),
      withdraw: () => api.withdrawAcceptance(id, body),
      revoke: () => api.revokeAcceptance(id, body),
    };
    return calls[deed]();
  }, onDone);
}
