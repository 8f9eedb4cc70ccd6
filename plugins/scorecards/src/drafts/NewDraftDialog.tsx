import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NewScorecardDraft,
  ScorecardDraft,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { fieldOfError } from '../forms/fieldOfError';
import { TextInput } from '../forms/TextInput';
import { readDocument, type ReadDocument } from './readDocument';
import { scorecardDraftsTranslationRef } from './translation';

const LONGEST_NAME = 63;
const LONGEST_DOCUMENT = 200_000;
/** As the catalog names entities, and in small letters, so that a name is an address as well. */
const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Begins a new scorecard: empty, of a document, or as a copy of another. */
export function NewDraftDialog(props: {
  /** Ref of the scorecard to copy. */
  copyOf?: string;
  onClose: () => void;
  onBegun: (draft: ScorecardDraft) => void;
}) {
  const { copyOf, onClose, onBegun } = props;
  const { t } = useTranslationRef(scorecardDraftsTranslationRef);
  const api = useOpmodelApi();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(
    async (body: NewScorecardDraft) =>
      onBegun(await api.createScorecardDraft(body)),
    () => {},
  );
  const read = tryToRead(text);
  const given = name.trim() || (read.document?.name ?? '');
  const refused = fieldOfError(action.error, ['name', 'spec']);
  const nameProblem = () => {
    if (given === '') {
      return t('form.nameMissing');
    }
    return namePattern.test(given) ? undefined : t('form.nameWrong');
  };
  const documentProblem = read.error
    ? t('form.documentWrong', {
        message: read.error.message || t('form.documentKind'),
      })
    : undefined;
  const said = (field: 'name' | 'spec') =>
    refused === field ? action.error?.message : undefined;
  const submit = () => {
    setTried(true);
    if (nameProblem() === undefined && documentProblem === undefined) {
      action.run({
        name: given,
        ...(copyOf !== undefined && { copyOf }),
        ...(read.document && { spec: read.document.spec }),
      });
    }
  };
  return (
    <FormDialog
      title={
        copyOf === undefined
          ? t('form.title')
          : t('form.titleCopy', { title: copyOf })
      }
      text={t('form.text')}
      submitLabel={t('form.submit')}
      running={action.running}
      error={refused === undefined ? action.error : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        required={read.document?.name === undefined}
        label={t('form.name')}
        hint={read.document?.name ?? t('form.nameHint')}
        longest={LONGEST_NAME}
        value={name}
        problem={(tried ? nameProblem() : undefined) ?? said('name')}
        onChange={setName}
      />
      {copyOf === undefined && (
        <TextInput
          multiline
          label={t('form.document')}
          hint={t('form.documentHint')}
          longest={LONGEST_DOCUMENT}
          value={text}
          problem={(tried ? documentProblem : undefined) ?? said('spec')}
          onChange={setText}
        />
      )}
    </FormDialog>
  );
}

function tryToRead(text: string): {
  document?: ReadDocument;
  error?: Error;
} {
  if (text.trim() === '') {
    return {};
  }
  try {
    return { document: readDocument(text) };
  } catch (error) {
    return { error: error as Error };
  }
}
