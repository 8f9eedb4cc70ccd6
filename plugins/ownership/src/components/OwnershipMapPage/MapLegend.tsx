import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  type OpmodelState,
  StateChip,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipMapTranslationRef } from '../../translations/map';
import type { MapView } from './useMapParams';

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'center',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.primary,
  },
}));

/** What the marks of the map mean. */
export function MapLegend(props: { view: MapView }) {
  const { view } = props;
  const { t } = useTranslationRef(ownershipMapTranslationRef);
  const classes = useStyles();
  const states: [OpmodelState, string][] = [
    ['good', t('legend.good')],
    ['attention', t('legend.attention')],
    ['bad', t('legend.bad')],
    ['thin', t('legend.thin')],
    ['no_data', t('legend.noData')],
  ];
  return (
    <ul className={classes.legend} aria-label={t('legend.title')}>
      {states.map(([state, meaning]) => (
        <li key={state}>
          <StateChip state={state} label={meaning} />
        </li>
      ))}
      {view === 'interactions' && <li>{t('legend.overdue')}</li>}
      {view !== 'domains' && <li>{t('legend.weight')}</li>}
    </ul>
  );
}
