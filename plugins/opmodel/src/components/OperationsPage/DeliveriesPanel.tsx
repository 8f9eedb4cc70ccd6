import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  NewestFirstPaging,
  Panel,
  QueryView,
  RowsSkeleton,
  SegmentedButtons,
  StateChip,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import {
  DELIVERIES_PER_PAGE,
  type DeliveryPages,
  type OpenDeliveryState,
} from '../../hooks/useDeliveries';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
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

/** Props of {@link DeliveriesPanel}. */
export interface DeliveriesPanelProps {
  /** The configured sources. */
  sources: readonly string[];
  deliveries: DeliveryPages;
  replay: ReplayDeliveries;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
  /** What came of the last replay. */
  result: ReactNode;
}

/** The deliveries that could not be read, each with the reason and the way to try it once more; or those that still wait. */
export function DeliveriesPanel(props: DeliveriesPanelProps) {
  const { sources, deliveries, replay, quiet, result } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const notes = useNoteStyles();
  const {
    source,
    deliveryState: state,
    showDeliveries,
  } = useOperationsParams();
  const isSetAside = state === 'set_aside';
  const total = deliveries.page.data?.totalItems ?? 0;

  const emptyText = isSetAside
    ? {
        all: t('deliveries.empty'),
        of: t('deliveries.emptyOf', { source: source ?? '' }),
      }
    : {
        all: t('deliveries.emptyWaiting'),
        of: t('deliveries.emptyWaitingOf', { source: source ?? '' }),
      };
  const empty = source ? emptyText.of : emptyText.all;

  return (
    <Panel
      flush
      title={
        isSetAside
          ? t('deliveries.setAsideTitle')
          : t('deliveries.waitingTitle')
      }
      actions={
        <span className={classes.actions}>
          <SegmentedButtons<OpenDeliveryState>
            label={t('deliveries.state')}
            value={state}
            options={[
              { id: 'set_aside', label: t('deliveries.setAside') },
              { id: 'waiting', label: t('deliveries.waiting') },
            ]}
            onChange={showDeliveries}
          />
          <SourceFilter sources={sources} />
          {replay && isSetAside && !source && total > 0 && (
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
              <StateChip state="good" label={empty} />
            </div>
          ) : (
            <>
              <DeliveryTable
                deliveries={page.items}
                state={state}
                replay={isSetAside ? replay : undefined}
              />
              <NewestFirstPaging
                label={t('paging.label')}
                page={page}
                pages={deliveries}
                rowsPerPage={DELIVERIES_PER_PAGE}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
