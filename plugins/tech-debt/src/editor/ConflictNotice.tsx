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
} from '@opmodel/backstage-plugin-opmodel-react';
import { ChangeTable, useChangeWords } from '../history';
import { techDebtEditorTranslationRef } from '../translations/editor';
import { techDebtHistoryTranslationRef } from '../translations/history';
import { valueOf } from './debtDraft';
import type { DebtEditor, Meanwhile } from './useDebtEditor';

/** Somebody else changed the item while it was edited here: who changed what, and which of both shall hold where both did. */
export function ConflictNotice(props: { editor: DebtEditor }) {
  const { editor } = props;
  const { meanwhile } = editor;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const { t: history } = useTranslationRef(techDebtHistoryTranslationRef);
  const facts = useFactStyles();
  if (!meanwhile) {
    return null;
  }
  const { changes, clashes } = meanwhile;
  return (
    <div role="alert">
      <Panel
        title={t('conflict.title')}
        actions={<StateChip state="attention" />}
      >
        <p className={facts.text}>{t('conflict.text')}</p>
        {changes.map(version => (
          <div key={version.version}>
            <div className={facts.heading}>
              <EntityRefLink entityRef={version.by} />{' '}
              <RelativeTime instant={version.at} />
            </div>
            {version.withheld ? (
              <p className={facts.quiet}>{history('withheld')}</p>
            ) : (
              <ChangeTable version={version} />
            )}
          </div>
        ))}
        <p className={facts.text} style={{ marginTop: 8 }}>
          {clashes.length > 0 ? t('conflict.clashes') : t('conflict.noClashes')}
        </p>
        {clashes.length > 0 && (
          <Clashes editor={editor} meanwhile={meanwhile} />
        )}
      </Panel>
    </div>
  );
}

function Clashes(props: { editor: DebtEditor; meanwhile: Meanwhile }) {
  const { editor, meanwhile } = props;
  const { mine, theirs, clashes } = meanwhile;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const table = useDenseTableStyles();
  const words = useChangeWords();
  const cell = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;
  return (
    <ScrollArea label={t('conflict.clashTable')}>
      <table className={table.table} aria-label={t('conflict.clashTable')}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.what')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map(field => (
            <tr key={field}>
              <th scope="row">{words.field(field)}</th>
              {(['mine', 'theirs'] as const).map(whose => {
                const side = whose === 'mine' ? mine : theirs;
                const isTaken =
                  JSON.stringify(valueOf(editor.draft, field)) ===
                  JSON.stringify(valueOf(side, field));
                const name = words.field(field);
                return (
                  <td key={whose} style={cell}>
                    {words.value(field, valueOf(side, field))}{' '}
                    <ActionButton
                      variant={isTaken ? 'contained' : 'outlined'}
                      aria-pressed={isTaken}
                      onClick={() => editor.take(field, whose)}
                    >
                      {whose === 'mine'
                        ? t('conflict.takeMine', { field: name })
                        : t('conflict.takeTheirs', { field: name })}
                    </ActionButton>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
