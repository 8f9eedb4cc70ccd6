import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  StateChip,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { alarmKind } from './alarmKinds';
import { DocsLink } from './DocsLink';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '132px minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'start',
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  title: {
    margin: 0,
    fontWeight: 600,
    fontSize: 14,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
  },
  text: {
    margin: 0,
    fontSize: 13,
    lineHeight: '20px',
    maxWidth: '95ch',
    overflowWrap: 'anywhere',
  },
  about: {
    margin: 0,
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
  },
}));

/** One thing that needs an operator: how bad, what, since when, what to do, and the way to the evidence and to the docs. */
export function AlarmRow(props: { alarm: EngineAlarm }) {
  const { alarm } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const { name, section } = alarmKind(alarm);
  const title = t(`alarms.kind.${name}`);
  return (
    <li className={classes.row}>
      <span>
        <StateChip
          state={alarm.severity}
          label={t(`alarms.severity.${alarm.severity}`)}
        />
      </span>
      <div>
        <h3 className={classes.title}>
          {alarm.subject ? `${title}: ${alarm.subject}` : title}
        </h3>
        <p className={classes.text}>{alarm.message}</p>
        <p className={classes.text}>
          <strong>{t('alarms.remedy')}</strong> {alarm.remedy}
        </p>
        <p className={classes.about}>
          {alarm.since && (
            <span>
              {t('alarms.since', {
                when: <RelativeTime instant={alarm.since} />,
              })}
            </span>
          )}
          {section && <Link to={`#${section}`}>{t(`section.${section}`)}</Link>}
          {section === 'collectors' && alarm.subject && (
            <Link to={`?collector=${encodeURIComponent(alarm.subject)}`}>
              {t('alarms.runs')}
            </Link>
          )}
          <DocsLink docs={`operations#${alarm.id}`} title={t('page.docs')} />
        </p>
      </div>
    </li>
  );
}
