import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { DecisionStatus } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  GroupPicker,
  RefsPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useId, useState } from 'react';
import type { DecisionsQuestion } from '../../hooks/useDecisions';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { decidedKinds } from './decidedKinds';
import { decisionStatuses } from './useDecisionParams';
import { useStatusWords } from './useStatusWords';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
    '@media print': { display: 'none' },
  },
  text: { width: 280, maxWidth: '100%' },
  picker: { width: 220, maxWidth: '100%' },
}));

const TYPING_PAUSE_MS = 300;
const MAX_TEXT_LENGTH = 200;

/** What narrows the decision log. */
export function DecisionFilters(props: {
  question: DecisionsQuestion;
  onChange: (changes: DecisionsQuestion) => void;
}) {
  const { question, onChange } = props;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const classes = useStyles();
  const textId = useId();
  const words = useStatusWords();
  const [typed, setTyped] = useState(question.text ?? '');
  const [sent, setSent] = useState(typed);
  // The way back, or a cleared filter, changes what stands in the field.
  useEffect(() => {
    setTyped(question.text ?? '');
    setSent(question.text ?? '');
  }, [question.text]);
  useEffect(() => {
    const text = typed.trim();
    if (text === sent.trim()) {
      return undefined;
    }
    const timer = setTimeout(() => {
      setSent(text);
      onChange({ text });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sent, onChange]);
  return (
    <div
      role="search"
      aria-label={t('filter.label')}
      className={classes.filters}
    >
      <TextField
        id={textId}
        className={classes.text}
        size="small"
        variant="outlined"
        type="search"
        label={t('filter.text')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        inputProps={{ maxLength: MAX_TEXT_LENGTH }}
      />
      <div className={classes.picker}>
        <RefsPicker
          kinds={decidedKinds}
          label={t('filter.about')}
          value={question.entityRef ? [question.entityRef] : []}
          onChange={refs => onChange({ entityRef: refs.at(-1) })}
        />
      </div>
      <div className={classes.picker}>
        <GroupPicker
          label={t('filter.owner')}
          value={question.owner?.[0]}
          onChange={ref => onChange({ owner: ref ? [ref] : undefined })}
        />
      </div>
      <ChoicePicker<DecisionStatus | ''>
        label={t('filter.status')}
        value={question.status ?? ''}
        choices={[
          { id: '', label: t('filter.anyStatus') },
          ...decisionStatuses.map(id => ({ id, label: words[id] })),
        ]}
        onChange={status => onChange({ status: status || undefined })}
      />
      <FormControlLabel
        label={t('filter.reviewDue')}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={question.reviewDue === true}
            onChange={event =>
              onChange({ reviewDue: event.target.checked || undefined })
            }
          />
        }
      />
    </div>
  );
}
