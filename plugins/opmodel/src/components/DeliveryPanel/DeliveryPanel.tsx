import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useMyDelivery } from '../../hooks/useMyDelivery';
import { opmodelHomeTranslationRef } from '../../translation';
import { DeliveryFigures } from './DeliveryFigures';

const useStyles = makeStyles(theme => ({
  caption: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 12,
    color: theme.palette.text.secondary,
  },
  off: { margin: 0, color: theme.palette.text.secondary },
}));

/** How what my teams own delivers, as one. Without a team there is nothing to show. */
export function DeliveryPanel(props: {
  /** Who the user owns things as; undefined while that is not known. */
  ownerRefs: string[] | undefined;
}) {
  const { ownerRefs } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const delivery = useMyDelivery(ownerRefs);
  if (ownerRefs?.length === 0 || delivery.data?.scope.components === 0) {
    return null;
  }
  return (
    <Panel title={t('delivery.title')}>
      <p className={classes.caption}>{t('delivery.caption')}</p>
      <QueryView
        query={delivery}
        subject={t('delivery.subject')}
        notFound={<p className={classes.off}>{t('services.off')}</p>}
        skeleton={<RowsSkeleton rows={5} />}
      >
        {report => <DeliveryFigures report={report} />}
      </QueryView>
    </Panel>
  );
}
