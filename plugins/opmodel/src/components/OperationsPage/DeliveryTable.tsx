import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TableBody from '@material-ui/core/TableBody';
import type { WebhookDeliveryRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  RelativeTime,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { useNoteStyles } from './useNoteStyles';
import type { ReplayDeliveries } from './WebhooksSection';

/** Deliveries that were set aside, a row each. What they contain is never shown. */
export function DeliveryTable(props: {
  deliveries: readonly WebhookDeliveryRow[];
  replay: ReplayDeliveries;
}) {
  const { deliveries, replay } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  return (
    <CaptionedTable caption={t('deliveries.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('deliveries.delivery')}</th>
          <th scope="col">{t('deliveries.source')}</th>
          <th scope="col">{t('deliveries.reason')}</th>
          <th scope="col">{t('deliveries.received')}</th>
          <th scope="col" className={table.number}>
            {t('deliveries.attempts')}
          </th>
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
                {delivery.reason ?? t('deliveries.noReason')}
              </span>
            </td>
            <td>
              <RelativeTime instant={delivery.receivedAt} />
            </td>
            <td className={table.number}>{formats.count(delivery.attempts)}</td>
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
