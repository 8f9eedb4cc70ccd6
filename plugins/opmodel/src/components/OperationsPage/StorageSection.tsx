import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { EngineStorage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  PanelSkeleton,
  QueryView,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { OperationsSection } from './OperationsSection';
import { RetentionTable } from './RetentionTable';
import { StoredTables } from './StoredTables';
import { useNoteStyles } from './useNoteStyles';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
}));

/** How much the engine keeps, and for how long. */
export function StorageSection(props: {
  storage: QueryState<EngineStorage>;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
}) {
  const { storage, quiet } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const notes = useNoteStyles();
  return (
    <OperationsSection id="storage">
      <QueryView
        query={storage}
        subject={t('storage.subject')}
        quiet={quiet}
        skeleton={
          <div className={classes.columns}>
            <PanelSkeleton height={240} />
            <PanelSkeleton height={240} />
          </div>
        }
      >
        {({ tables, retention, measuredAt }) => (
          <div className={classes.columns}>
            <Panel flush title={t('storage.tables')}>
              <StoredTables tables={tables} measuredAt={measuredAt} />
            </Panel>
            <Panel flush title={t('storage.retention')}>
              {retention.length === 0 ? (
                <p className={`${notes.note} ${notes.flush}`}>
                  {t('storage.empty')}
                </p>
              ) : (
                <RetentionTable rules={retention} />
              )}
            </Panel>
          </div>
        )}
      </QueryView>
    </OperationsSection>
  );
}
