import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  SegmentedButtons,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import type { FlowQuery, WorkItemFilter } from '../../hooks/flowQuery';
import { flowTranslationRef } from '../../translation';
import { WorkItemsTable } from './WorkItemsTable';

/** Where the panel is, for a link on the same page. */
export const WORK_ITEMS_ANCHOR = 'flow-items';

type State = NonNullable<WorkItemFilter['state']>;

const DEFAULT_STATE: State = 'in_progress';

const useStyles = makeStyles(theme => ({
  filter: { padding: theme.spacing(0, 2, 1) },
}));

/** The evidence of a page: its work items by what became of them. The choice stands in the URL. */
export function WorkItemsPanel(props: {
  entityRef: string;
  query: FlowQuery;
  zone: string;
  withComponent: boolean;
}) {
  const { t } = useTranslationRef(flowTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const options: Array<{ id: State; label: string }> = [
    { id: 'in_progress', label: t('items.inProgress') },
    { id: 'completed', label: t('items.completed') },
    { id: 'arrived', label: t('items.arrived') },
    { id: 'blocked', label: t('items.blocked') },
    { id: 'reopened', label: t('items.reopened') },
    { id: 'cancelled', label: t('items.cancelled') },
  ];
  const state =
    options.find(({ id }) => id === params.get('items'))?.id ?? DEFAULT_STATE;
  const choose = (chosen: State) =>
    setParams(known => {
      const next = new URLSearchParams(known);
      if (chosen === DEFAULT_STATE) {
        next.delete('items');
      } else {
        next.set('items', chosen);
      }
      return next;
    });
  return (
    <div id={WORK_ITEMS_ANCHOR}>
      <Panel flush title={t('items.title')}>
        <div className={classes.filter}>
          <SegmentedButtons
            label={t('items.filter')}
            value={state}
            options={options}
            onChange={choose}
          />
        </div>
        <WorkItemsTable {...props} filter={{ state }} />
      </Panel>
    </div>
  );
}
