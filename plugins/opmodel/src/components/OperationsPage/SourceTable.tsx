import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TableBody from '@material-ui/core/TableBody';
import type { WebhookSource } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { useNoteStyles } from './useNoteStyles';
import type { ReplayDeliveries } from './WebhooksSection';

/** The configured senders of webhooks, each with what waits and what was set aside. */
export function SourceTable(props: {
  sources: readonly WebhookSource[];
  replay: ReplayDeliveries;
}) {
  const { sources, replay } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const table = useDenseTableStyles();
  return (
    <CaptionedTable caption={t('webhooks.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('webhooks.source')}</th>
          <th scope="col">{t('webhooks.type')}</th>
          <th scope="col">{t('webhooks.readable')}</th>
          <th scope="col" className={table.number}>
            {t('webhooks.waiting')}
          </th>
          <th scope="col" className={table.number}>
            {t('webhooks.setAside')}
          </th>
          <th scope="col">{t('webhooks.last')}</th>
          {replay && <th scope="col">{t('webhooks.actions')}</th>}
        </tr>
      </thead>
      <TableBody onKeyDown={moveBetweenRows}>
        {sources.map(source => (
          <SourceRow key={source.id} source={source} replay={replay} />
        ))}
      </TableBody>
    </CaptionedTable>
  );
}

function SourceRow(props: { source: WebhookSource; replay: ReplayDeliveries }) {
  const { source, replay } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  const setAside = formats.count(source.setAside);
  return (
    <tr>
      <th scope="row">
        {source.id}
        {source.topics.length > 0 && (
          <span className={notes.line}>
            {t('webhooks.topics', { topics: source.topics.join(', ') })}
          </span>
        )}
      </th>
      <td>{source.type}</td>
      <td>
        {source.readable ? (
          <StateChip state="good" label={t('webhooks.readableYes')} />
        ) : (
          <StateChip state="bad" label={t('webhooks.readableNo')} />
        )}
      </td>
      <td className={table.number}>{formats.count(source.waiting)}</td>
      <td className={table.number}>{setAside}</td>
      <td>
        {source.lastReceivedAt ? (
          <RelativeTime instant={source.lastReceivedAt} />
        ) : (
          t('webhooks.never')
        )}
      </td>
      {replay && (
        <td>
          {source.setAside > 0 && (
            <Button
              size="small"
              aria-disabled={replay.running}
              aria-label={t('webhooks.replaySourceOf', {
                n: setAside,
                source: source.id,
              })}
              onClick={() => replay.run({ source: source.id })}
            >
              {t('webhooks.replaySource', { n: setAside })}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
