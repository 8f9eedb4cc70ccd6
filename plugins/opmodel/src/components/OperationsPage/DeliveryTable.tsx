import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TableBody from '@material-ui/core/TableBody';
import type { WebhookDeliveryRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  RelativeTime,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { OpenDeliveryState } from '../../hooks/useDeliveries';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { useNoteStyles } from './useNoteStyles';
import type { ReplayDeliveries } from './WebhooksSection';

/** Deliveries of one state, a row each. What they contain is never shown. */
export function DeliveryTable(props: {
  deliveries: readonly WebhookDeliveryRow[];
  state: OpenDeliveryState;
  replay: ReplayDeliveries;
}) {
  const { deliveries, state, replay } = props;
  const isWaiting = state === 'waiting';
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  return (
    <CaptionedTable
      caption={
        isWaiting ? t('deliveries.waitingCaption') : t('deliveries.caption')
      }
    >
      <thead>
        <tr>
          <th scope="col">{t('deliveries.delivery')}</th>
          <th scope="col">{t('deliveries.source')}</th>
          <th scope="col">{t('deliveries.reason')}</th>
          <th scope="col">{t('deliveries.received')}</th>
          <th scope="col" className={table.number}>
            {t('deliveries.attempts')}
          </th>
          {isWaiting && <th scope="col">{t('deliveries.next')}</th>}
          {replay && <th scope="col">{t('deliveries.actions')}</th>}
        </tr>
      </thead>
      <TableBody onKeyDown={moveBetweenRows}>
        {deliveries.map(delivery => (
          <tr key={delivery.id}>
            <th scope="row">
              {delivery.type ?? t('deliveries.noType')}
              <br />
              <span className={`${notes.id} ${table.quiet}`}>
                {delivery.id}
              </span>
            </th>
            <td>{delivery.source}</td>
            <td>
              <span className={notes.words}>
                {delivery.reason ??
                  (isWaiting ? NO_VALUE : t('deliveries.noReason'))}
              </span>
            </td>
            <td>
              <RelativeTime instant={delivery.receivedAt} />
            </td>
            <td className={table.number}>{formats.count(delivery.attempts)}</td>
            {isWaiting && (
              <td>
                {delivery.nextAttemptAt ? (
                  <RelativeTime instant={delivery.nextAttemptAt} />
                ) : (
                  t('deliveries.atOnce')
                )}
              </td>
            )}
            {replay && (
              <td>
                <Button
                  size="small"
                  aria-disabled={replay.running}
                  aria-label={t('deliveries.replayOf', { id: delivery.id })}
                  onClick={() => replay.run({ ids: [delivery.id] })}
                >
                  {t('deliveries.replay')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </TableBody>
    </CaptionedTable>
  );
}
