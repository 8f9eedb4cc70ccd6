import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import { opmodelHealthReadPermission } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateIcon,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEngineHealth } from '../../hooks/useEngineHealth';
import { operationsLinkRouteRef } from '../../routes';
import { opmodelHomeTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  note: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(0.5, 0, 1),
    fontSize: 13,
    lineHeight: '20px',
  },
}));

/** How much needs an operator, and the way to it; nothing when all is well, and for those who may not know. */
export function OperatorNote() {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const { allowed } = usePermission({
    permission: opmodelHealthReadPermission,
  });
  const { data: health } = useEngineHealth(allowed);
  const operations = useRouteRef(operationsLinkRouteRef)?.();
  if (!health || health.alarms.length === 0) {
    return null;
  }
  const state = health.alarms.some(({ severity }) => severity === 'bad')
    ? 'bad'
    : 'attention';
  const text = t('portal.operator', { count: health.alarms.length });
  return (
    <p className={classes.note} style={{ color: palette.states[state].text }}>
      <StateIcon state={state} />
      {operations ? <Link to={operations}>{text}</Link> : text}
    </p>
  );
}
