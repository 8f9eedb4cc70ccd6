import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ActionButton,
  Panel,
  RelativeTime,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { diffSpecs } from './diffSpecs';
import { readSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';
import type { DraftEditor } from './useDraftEditor';

/** Somebody else has kept the draft: how theirs differs from what is written here, and which of both shall hold. */
export function ConflictNotice(props: { editor: DraftEditor }) {
  const { editor } = props;
  const { theirs } = editor;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const formats = useFormats();
  if (!theirs) {
    return null;
  }
  const differences = diffSpecs(editor.spec, readSpec(theirs.spec));
  return (
    <div role="alert">
      <Panel
        title={t('conflict.title')}
        actions={<StateChip state="attention" label={t('conflict.title')} />}
      >
        <p className={facts.text}>
          {t('conflict.text', {
            who: (
              <EntityRefLink entityRef={theirs.updatedBy} underline="always" />
            ),
            revision: formats.count(theirs.revision),
            when: <RelativeTime instant={theirs.updatedAt} />,
          })}
        </p>
        {differences.length === 0 ? (
          <p className={facts.quiet}>{t('conflict.same')}</p>
        ) : (
          <ScrollArea label={t('conflict.differences')}>
            <table
              className={table.table}
              aria-label={t('conflict.differences')}
            >
              <thead>
                <tr>
                  <th scope="col">{t('changes.what')}</th>
                  <th scope="col">{t('conflict.mine')}</th>
                  <th scope="col">{t('conflict.theirs')}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ path, mine, theirs: other }) => (
                  <tr key={path}>
                    <th scope="row">{path}</th>
                    <td style={{ whiteSpace: 'normal' }}>{mine ?? '–'}</td>
                    <td style={{ whiteSpace: 'normal' }}>{other ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        )}
        <div className={facts.actions}>
          <ActionButton
            variant="contained"
            color="primary"
            aria-disabled={editor.saving}
            onClick={editor.keepMine}
          >
            {t('conflict.keepMine')}
          </ActionButton>
          <ActionButton variant="outlined" onClick={editor.takeTheirs}>
            {t('conflict.takeTheirs')}
          </ActionButton>
        </div>
      </Panel>
    </div>
  );
}
