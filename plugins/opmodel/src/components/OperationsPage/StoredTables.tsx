import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type { EngineStorage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  RelativeTime,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { useBytes } from './useBytes';
import { useNoteStyles } from './useNoteStyles';

/** The small ones matter to nobody before the large ones do. */
const SHOWN = 10;

type StoredTable = EngineStorage['tables'][number];

/** What each table holds, largest first. */
export function StoredTables(props: {
  tables: readonly StoredTable[];
  measuredAt: string;
}) {
  const { tables, measuredAt } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const bytes = useBytes();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  const sized = tables.some(row => row.bytes !== null);
  const total = tables.reduce((sum, row) => sum + (row.bytes ?? 0), 0);
  const when = <RelativeTime instant={measuredAt} />;
  const [all, setAll] = useState(false);
  const largest = [...tables].sort(bySize);
  const shown = all ? largest : largest.slice(0, SHOWN);
  const hidden = largest.length - shown.length;
  return (
    <>
      <CaptionedTable
        caption={
          sized
            ? t('storage.caption', { total: bytes(total), when })
            : t('storage.captionUnsized', { when })
        }
      >
        <thead>
          <tr>
            <th scope="col">{t('storage.table')}</th>
            <th scope="col" className={table.number}>
              {t('storage.rows')}
            </th>
            {sized && (
              <th scope="col" className={table.number}>
                {t('storage.size')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <tr key={row.table}>
              <th scope="row">{row.table}</th>
              <td className={table.number}>
                {!row.exact && <Hint title={t('storage.estimated')}>≈</Hint>}{' '}
                {formats.count(row.rows)}
              </td>
              {sized && <td className={table.number}>{bytes(row.bytes)}</td>}
            </tr>
          ))}
        </tbody>
      </CaptionedTable>
      {hidden > 0 && (
        <div className={notes.flush}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('storage.more', { count: hidden })}
          </Button>
        </div>
      )}
    </>
  );
}

function bySize(a: StoredTable, b: StoredTable): number {
  return (b.bytes ?? 0) - (a.bytes ?? 0) || b.rows - a.rows;
}
