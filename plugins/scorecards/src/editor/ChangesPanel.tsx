import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DefinitionChange } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  Panel,
  ScrollArea,
  useDenseTableStyles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardEditorTranslationRef } from './translation';

/** How a draft differs from what holds. */
export function ChangesPanel(props: {
  changes: readonly DefinitionChange[];
  /** Whether there is more that is not kept yet. */
  isChanged: boolean;
  /** Whether nothing was published under its name. */
  isNew: boolean;
}) {
  const { changes, isChanged, isNew } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const wrapped = { whiteSpace: 'pre-wrap' } as const;
  if (isNew) {
    return (
      <Panel title={t('changes.title')}>
        <p className={facts.quiet}>{t('changes.allNew')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('changes.title')}>
      {isChanged && <p className={facts.quiet}>{t('changes.asKept')}</p>}
      {changes.length === 0 ? (
        <p className={facts.quiet}>{t('changes.none')}</p>
      ) : (
        <ScrollArea label={t('changes.title')}>
          <table className={table.table} aria-label={t('changes.title')}>
            <thead>
              <tr>
                <th scope="col">{t('changes.what')}</th>
                <th scope="col">{t('changes.before')}</th>
                <th scope="col">{t('changes.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ kind, path, before, after }) => (
                <tr key={path}>
                  <th scope="row">
                    {path} <NoteChip>{t(`changes.kind.${kind}`)}</NoteChip>
                  </th>
                  <td style={wrapped}>{before ?? '–'}</td>
                  <td style={wrapped}>{after ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Panel>
  );
}
