import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { WebhookDeliveryPage } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import {
  DELIVERIES_PER_PAGE,
  type DeliveryPages,
} from '../../hooks/useDeliveries';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';

const useStyles = makeStyles(theme => ({
  paging: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** Which of how many deliveries are shown, and the way to newer and older ones. */
export function DeliveriesPaging(props: {
  page: WebhookDeliveryPage;
  deliveries: DeliveryPages;
}) {
  const { page, deliveries } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const first = deliveries.index * DELIVERIES_PER_PAGE + 1;
  return (
    <nav className={classes.paging} aria-label={t('paging.label')}>
      <span>
        {t('paging.showing', {
          from: formats.count(first),
          to: formats.count(first + page.items.length - 1),
          total: formats.count(page.totalItems),
        })}
      </span>
      <Button
        size="small"
        disabled={!deliveries.newer}
        onClick={deliveries.newer}
      >
        {t('paging.previous')}
      </Button>
      <Button
        size="small"
        disabled={!deliveries.older}
        onClick={deliveries.older}
      >
        {t('paging.next')}
      </Button>
    </nav>
  );
}
