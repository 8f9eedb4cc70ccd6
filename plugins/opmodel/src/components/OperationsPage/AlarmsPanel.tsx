import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { OPERATIONS_REFRESH_MS } from '../../hooks/useEngineHealth';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { AlarmRow } from './AlarmRow';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    fontSize: 12,
    color: theme.palette.text.secondary,
    '@media print': { display: 'none' },
  },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(0.5, 0, 0),
  },
  note: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
  list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
}));

/** As many as are read before something is done about the first. */
const SHOWN = 6;

/** Props of {@link AlarmsPanel}. */
export interface AlarmsPanelProps {
  /** Worst first. */
  alarms: readonly EngineAlarm[];
  refreshing: boolean;
  onRefresh: () => void;
}

/** The answer of the page: nothing needs an operator, or what does, worst first. */
export function AlarmsPanel(props: AlarmsPanelProps) {
  const { alarms, refreshing, onRefresh } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? alarms : alarms.slice(0, SHOWN);
  const hidden = alarms.length - shown.length;

  return (
    <Panel
      title={t('alarms.title')}
      actions={
        <span className={classes.actions}>
          {t('page.refreshed', {
            seconds: String(OPERATIONS_REFRESH_MS / 1000),
          })}
          <Button size="small" disabled={refreshing} onClick={onRefresh}>
            {t('page.refresh')}
          </Button>
        </span>
      }
    >
      <AlarmSummary alarms={alarms} />
      {shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map(alarm => (
            <AlarmRow key={`${alarm.id} ${alarm.subject}`} alarm={alarm} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('alarms.more', { count: hidden })}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** The state in one glance; read out when it changes. */
function AlarmSummary(props: { alarms: readonly EngineAlarm[] }) {
  const { alarms } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const bad = alarms.filter(({ severity }) => severity === 'bad').length;
  const attention = alarms.length - bad;
  return (
    <div aria-live="polite">
      <div className={classes.summary}>
        {alarms.length === 0 && (
          <StateChip state="good" label={t('alarms.wellTitle')} />
        )}
        {bad > 0 && (
          <StateChip state="bad" label={t('alarms.bad', { count: bad })} />
        )}
        {attention > 0 && (
          <StateChip
            state="attention"
            label={t('alarms.attention', { count: attention })}
          />
        )}
      </div>
      {alarms.length === 0 && (
        <p className={classes.note}>{t('alarms.well')}</p>
      )}
    </div>
  );
}
