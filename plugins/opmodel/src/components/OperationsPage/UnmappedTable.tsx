import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { UnmappedEvents } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { DocsLink } from './DocsLink';
import { RestNote } from './RestNote';
import { unmappedRemedy } from './unmappedRemedy';
import { useNoteStyles } from './useNoteStyles';

/** What waits for an entity, a row a reason, each with what helps. */
export function UnmappedTable(props: { list: UnmappedEvents }) {
  const { items, totalEvents } = props.list;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  return (
    <>
      <CaptionedTable caption={t('unmapped.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('unmapped.reason')}</th>
            <th scope="col">{t('unmapped.kind')}</th>
            <th scope="col">{t('unmapped.source')}</th>
            <th scope="col" className={table.number}>
              {t('unmapped.events')}
            </th>
            <th scope="col" className={table.number}>
              {t('unmapped.records')}
            </th>
            <th scope="col">{t('unmapped.oldest')}</th>
            <th scope="col">{t('unmapped.newest')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={`${item.kind} ${item.source} ${item.reason}`}>
              <th scope="row">
                <span className={notes.words}>{item.reason}</span>
                <Remedy reason={item.reason} />
              </th>
              <td>{t(`unmapped.kinds.${item.kind}`)}</td>
              <td>{item.source}</td>
              <td className={table.number}>{formats.count(item.events)}</td>
              <td className={table.number}>{formats.count(item.subjects)}</td>
              <td>
                <RelativeTime instant={item.oldestReceivedAt} />
              </td>
              <td>
                <RelativeTime instant={item.newestReceivedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </CaptionedTable>
      <RestNote shown={items} total={totalEvents} text="unmapped.more" />
    </>
  );
}

function Remedy(props: { reason: string }) {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const notes = useNoteStyles();
  const remedy = unmappedRemedy(props.reason);
  const text = t(`unmapped.remedy.${remedy}`);
  return (
    <span className={notes.line}>
      {remedy === 'other' ? (
        <DocsLink docs="intake#whose-event-is-it" title={text} />
      ) : (
        text
      )}
    </span>
  );
}
