import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EngineStorage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { useNoteStyles } from './useNoteStyles';

type Rule = EngineStorage['retention'][number];

/** How long rows are kept, and how the last deletion of old ones went. */
export function RetentionTable(props: { rules: readonly Rule[] }) {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  return (
    <CaptionedTable caption={t('storage.retentionCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('storage.rule')}</th>
          <th scope="col">{t('storage.keep')}</th>
          <th scope="col">{t('storage.lastRun')}</th>
          <th scope="col" className={table.number}>
            {t('storage.deleted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rules.map(rule => (
          <tr key={rule.id}>
            <th scope="row">
              <span className={notes.words}>{rule.title}</span>
              {rule.error && (
                <span className={notes.line}>
                  <StateChip state="bad" label={t('storage.failed')} />{' '}
                  {rule.error}
                </span>
              )}
            </th>
            <td>
              {rule.keepDays === null
                ? t('storage.forever')
                : t('storage.days', { count: rule.keepDays })}
            </td>
            <td>
              {rule.lastRunAt ? (
                <RelativeTime instant={rule.lastRunAt} />
              ) : (
                t('storage.never')
              )}
            </td>
            <td className={table.number}>{formats.count(rule.lastDeleted)}</td>
          </tr>
        ))}
      </tbody>
    </CaptionedTable>
  );
}
