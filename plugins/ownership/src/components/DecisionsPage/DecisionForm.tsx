import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import type {
  Decision,
  DecisionStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChoicePicker,
  FormDialog,
  GroupPicker,
  RefsPicker,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import {
  bodyOf,
  checkDraft,
  draftOf,
  fieldOfError,
  type DecisionDraft,
  type DraftField,
} from './decisionDraft';
import { decidedKinds } from './decidedKinds';
import { useStatusWords } from './useStatusWords';

const MAX_TEXT = 20_000;
const MAX_TITLE = 200;

/** Where a decision may go; the engine says no to anything else as well. */
const choices: Record<DecisionStatus, readonly DecisionStatus[]> = {
  proposed: ['proposed', 'accepted', 'rejected'],
  accepted: ['accepted'],
  rejected: ['rejected', 'proposed'],
  superseded: ['superseded'],
};

/** Enters a decision, or changes one. What was typed stays when it cannot be saved, and the reason stands at its field. */
export function DecisionForm(props: {
  /** Absent: a new one. */
  decision?: Decision;
  /** What a new one is about, to begin with. */
  entityRef?: string;
  onSaved: (decision: Decision) => void;
  onClose: () => void;
}) {
  const { decision, entityRef, onSaved, onClose } = props;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const api = useOpmodelApi();
  const words = useStatusWords();
  const [draft, setDraft] = useState(() =>
    draftOf(decision, DateTime.now().toISODate(), entityRef),
  );
  const [isSent, setSent] = useState(false);
  const save = useAction(
    async (body: ReturnType<typeof bodyOf>) => {
      const saved = decision
        ? await api.updateDecision(decision.id, {
            ...body,
            version: decision.version,
          })
        : await api.createDecision(body);
      onSaved(saved);
    },
    () => {},
  );
  const problems = isSent ? checkDraft(draft) : [];
  const refused = fieldOfError(save.error);
  const problemOf = (field: DraftField): string | undefined => {
    const problem = problems.find(one => one.field === field);
    if (problem) {
      return problem.kind === 'link'
        ? t('form.link', { line: String(problem.line) })
        : t('form.required');
    }
    return refused === field ? save.error?.message : undefined;
  };
  const set = (changes: Partial<DecisionDraft>) =>
    setDraft({ ...draft, ...changes });
  const textField = (
    field: 'title' | 'context' | 'decision' | 'links' | 'supersedes',
    label: string,
  ) => ({
    label,
    value: draft[field],
    problem: problemOf(field),
    onChange: (value: string) => set({ [field]: value }),
  });
  const submit = () => {
    setSent(true);
    if (checkDraft(draft).length === 0) {
      save.run(bodyOf(draft));
    }
  };
  return (
    <FormDialog
      title={decision ? t('form.changeTitle') : t('form.enterTitle')}
      text={t('form.text')}
      submitLabel={t('form.submit')}
      running={save.running}
      error={refused === undefined ? save.error : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typed
        {...textField('title', t('form.title'))}
        required
        longest={MAX_TITLE}
      />
      <Typed {...textField('context', t('form.context'))} required multiline />
      <Typed
        {...textField('decision', t('form.decision'))}
        required
        multiline
      />
      <RefsPicker
        kinds={decidedKinds}
        label={t('form.about')}
        hint={t('form.aboutHint')}
        required
        value={draft.entityRefs}
        problem={problemOf('entityRefs')}
        onChange={entityRefs => set({ entityRefs })}
      />
      <GroupPicker
        label={t('form.owner')}
        required
        value={draft.ownerRef}
        problem={problemOf('ownerRef')}
        onChange={ownerRef => set({ ownerRef })}
      />
      <Typed
        label={t('form.decidedOn')}
        type="date"
        required
        value={draft.decidedOn}
        problem={problemOf('decidedOn')}
        onChange={decidedOn => set({ decidedOn })}
      />
      <Typed
        label={t('form.reviewOn')}
        type="date"
        value={draft.reviewOn}
        problem={problemOf('reviewOn')}
        onChange={reviewOn => set({ reviewOn })}
      />
      <ChoicePicker<DecisionStatus>
        label={t('form.status')}
        value={draft.status}
        choices={(decision
          ? choices[decision.status]
          : (['accepted', 'proposed', 'rejected'] as const)
        ).map(id => ({ id, label: words[id] }))}
        onChange={status => set({ status })}
      />
      {refused === 'status' && <span role="alert">{save.error?.message}</span>}
      <Typed {...textField('supersedes', t('form.supersedes'))} longest={64} />
      <Typed
        {...textField('links', t('form.links'))}
        multiline
        placeholder={t('form.linksHint')}
      />
    </FormDialog>
  );
}

function Typed(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
  required?: boolean;
  multiline?: boolean;
  longest?: number;
  type?: TextFieldProps['type'];
  placeholder?: string;
}) {
  const {
    problem,
    onChange,
    longest = MAX_TEXT,
    multiline,
    type,
    ...rest
  } = props;
  const id = useId();
  return (
    <TextField
      {...rest}
      id={id}
      type={type}
      variant="outlined"
      size="small"
      multiline={multiline}
      minRows={multiline ? 2 : undefined}
      error={problem !== undefined}
      helperText={problem}
      onChange={event => onChange(event.target.value)}
      inputProps={{ maxLength: longest }}
      InputLabelProps={type === 'date' ? { shrink: true } : undefined}
    />
  );
}
