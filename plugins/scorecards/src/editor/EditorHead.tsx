import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ActionButton,
  NoteChip,
  Panel,
  RelativeTime,
  StateChip,
  useFactStyles,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { scorecardEditorTranslationRef } from './translation';
import type { DraftEditor } from './useDraftEditor';

/** What is edited, whether it is kept, and what can be done with it. */
export function EditorHead(props: {
  editor: DraftEditor;
  title: string;
  onPublish: () => void;
  onRemove: () => void;
}) {
  const { editor, title, onPublish, onRemove } = props;
  const { kept, isChanged } = editor;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const paths = useScorecardPaths();
  return (
    <Panel
      title={t('head.draftOf', { title })}
      actions={paths && <Link to={paths.drafts}>{t('toDrafts')}</Link>}
    >
      <div className={`${facts.list} ${facts.line}`}>
        <NoteChip>
          {kept.basedOn === null
            ? t('head.isNew')
            : t('head.basedOn', { version: formats.count(kept.basedOn) })}
        </NoteChip>
        <StateChip
          state={isChanged ? 'attention' : 'good'}
          label={t(isChanged ? 'head.unsaved' : 'head.saved')}
        />
        <span>
          {t('head.revision', {
            revision: formats.count(kept.revision),
            when: <RelativeTime instant={kept.updatedAt} />,
            who: <EntityRefLink entityRef={kept.updatedBy} />,
          })}
        </span>
      </div>
      {kept.isOutdated && (
        <p className={facts.text}>
          <StateChip state="attention" label={t('notice.outdatedShort')} />{' '}
          {t('notice.outdated')}
        </p>
      )}
      {editor.isRestored && (
        <p className={facts.text} role="status">
          {t('notice.restored')}{' '}
          <ActionButton onClick={editor.discard}>
            {t('notice.discard')}
          </ActionButton>
        </p>
      )}
      {editor.error && (
        <p
          className={facts.text}
          role="alert"
          style={{ color: palette.states.bad.text }}
        >
          {t('head.failed', { message: editor.error.message })}
        </p>
      )}
      <div className={facts.actions}>
        <ActionButton
          variant="contained"
          color="primary"
          disabled={!isChanged}
          aria-disabled={editor.saving}
          onClick={editor.save}
        >
          {t('head.save')}
        </ActionButton>
        {kept.mayPublish && (
          <ActionButton variant="outlined" onClick={onPublish}>
            {t('head.publish')}
          </ActionButton>
        )}
        <ActionButton onClick={onRemove}>{t('head.remove')}</ActionButton>
      </div>
    </Panel>
  );
}
