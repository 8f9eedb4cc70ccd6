import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  QueryView,
  RowsSkeleton,
  StateChip,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import type { SetAsideDeliveries } from '../../hooks/useSetAsideDeliveries';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { DeliveriesPaging } from './DeliveriesPaging';
import { DeliveryTable } from './DeliveryTable';
import { ReplayAllButton } from './ReplayAllButton';
import { SourceFilter } from './SourceFilter';
import { useNoteStyles } from './useNoteStyles';
import { useOperationsParams } from './useOperationsParams';
import type { ReplayDeliveries } from './WebhooksSection';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** Props of {@link SetAsidePanel}. */
export interface SetAsidePanelProps {
  /** The configured sources. */
  sources: readonly string[];
  deliveries: SetAsideDeliveries;
  replay: ReplayDeliveries;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
  /** What came of the last replay. */
  result: ReactNode;
}

/** The deliveries that could not be read, each with the reason, and the way to try them once more. */
export function SetAsidePanel(props: SetAsidePanelProps) {
  const { sources, deliveries, replay, quiet, result } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const notes = useNoteStyles();
  const { source } = useOperationsParams();
  const total = deliveries.page.data?.totalItems ?? 0;

  return (
    <Panel
      flush
      title={t('deliveries.title')}
      actions={
        <span className={classes.actions}>
          <SourceFilter sources={sources} />
          {replay && !source && total > 0 && (
            <ReplayAllButton total={total} replay={replay} />
          )}
        </span>
      }
    >
      {result}
      <QueryView
        query={deliveries.page}
        subject={t('deliveries.subject')}
        quiet={quiet}
        skeleton={
          <div className={notes.flush}>
            <RowsSkeleton rows={3} />
          </div>
        }
      >
        {page =>
          page.items.length === 0 ? (
            <div className={notes.flush}>
              <StateChip
                state="good"
                label={
                  source
                    ? t('deliveries.emptyOf', { source })
                    : t('deliveries.empty')
                }
              />
            </div>
          ) : (
            <>
              <DeliveryTable deliveries={page.items} replay={replay} />
              <DeliveriesPaging page={page} deliveries={deliveries} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
