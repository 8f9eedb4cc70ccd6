import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ScorecardDetail,
  ScorecardPreview,
  ScorecardProblemView,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  TextLines,
  useAction,
  useFactStyles,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useImpactWords } from './preview/useImpactWords';
import type { WrittenSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';
import type { DraftEditor } from './useDraftEditor';
import { usePathWords } from './usePathWords';

/** Makes the draft hold, with a note; says before what that changes, and what stands in the way. */
export function PublishDialog(props: {
  editor: DraftEditor;
  title: string;
  spec: WrittenSpec;
  problems: readonly ScorecardProblemView[];
  /** Undefined: not known yet. */
  preview: ScorecardPreview | undefined;
  onClose: () => void;
  onPublished: (published: ScorecardDetail) => void;
}) {
  const { editor, title, spec, problems, preview } = props;
  const { onClose, onPublished } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const api = useOpmodelApi();
  const facts = useFactStyles();
  const impact = useImpactWords();
  const wordsOf = usePathWords(spec);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(
    async () => {
      const { id, revision } = await editor.settle();
      const published = await api.publishScorecardDraft(id, {
        revision,
        note: note.trim(),
      });
      onPublished(published);
    },
    () => {},
  );
  const isBlocked = problems.length > 0;
  const text = editor.isChanged ? t('publish.textUnsaved') : t('publish.text');
  const submit = () => {
    setTried(true);
    if (isBlocked) {
      onClose();
    } else if (note.trim()) {
      action.run();
    }
  };
  return (
    <FormDialog
      title={t('publish.title', { title })}
      text={isBlocked ? t('publish.problems') : text}
      submitLabel={isBlocked ? t('publish.back') : t('publish.submit')}
      running={action.running}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {isBlocked ? (
        <ul className={facts.list}>
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <strong>{wordsOf(path)}</strong>: {message}
            </li>
          ))}
        </ul>
      ) : (
        <>
          {preview && preview.problems.length === 0 && (
            <p className={facts.text}>{impact(preview).join(' ')}</p>
          )}
          <TextLines
            required
            label={t('publish.note')}
            value={note}
            problem={
              tried && !note.trim() ? t('publish.noteMissing') : undefined
            }
            onChange={setNote}
          />
        </>
      )}
    </FormDialog>
  );
}
