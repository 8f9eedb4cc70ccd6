import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import type { ReplayDeliveries } from './WebhooksSection';

/** Lets everything that was set aside be processed once more, after asking once. */
export function ReplayAllButton(props: {
  total: number;
  replay: NonNullable<ReplayDeliveries>;
}) {
  const { total, replay } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const titleId = useId();
  const textId = useId();
  const n = formats.count(total);
  const close = () => setAsking(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={replay.running}
        onClick={() => setAsking(true)}
      >
        {t('deliveries.replayAll', { n })}
      </Button>
      <Dialog
        open={asking}
        onClose={close}
        aria-labelledby={titleId}
        aria-describedby={textId}
      >
        <DialogTitle id={titleId}>{t('deliveries.confirmTitle')}</DialogTitle>
        <DialogContent>
          <DialogContentText id={textId}>
            {t('deliveries.confirmText', { n })}
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{t('deliveries.cancel')}</Button>
          <Button
            color="primary"
            variant="contained"
            onClick={() => {
              close();
              replay.run({});
            }}
          >
            {t('deliveries.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
