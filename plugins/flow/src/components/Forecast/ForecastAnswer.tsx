import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Forecast } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useDenseTableStyles,
  useFormats,
  ScrollArea,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  note: {
    margin: theme.spacing(1, 0),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
}));

/** What the trials came to, with the history that they drew from. */
export function ForecastAnswer(props: { forecast: Forecast }) {
  const { state, history, trials, seed, when, howMany } = props.forecast;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  if (state === 'no_data') {
    return (
      <p className={classes.note}>
        <StateChip state="no_data" /> {t('forecast.noHistory')}
      </p>
    );
  }
  return (
    <>
      {when && (
        <Percentiles
          label={t('forecast.when', { count: when.items })}
          percentiles={when.percentiles}
          show={value =>
            value === null
              ? t('forecast.notInSight')
              : formats.day(String(value))
          }
        />
      )}
      {howMany && (
        <Percentiles
          label={t('forecast.howMany', { day: formats.day(howMany.by) })}
          percentiles={howMany.percentiles}
          show={value =>
            t('forecast.atLeast', { items: formats.count(Number(value)) })
          }
        />
      )}
      <p className={classes.note}>
        {state === 'thin' && (
          <StateChip state="thin" count={history.completed} />
        )}{' '}
        {t('forecast.history', {
          range: formats.dayRange(history.from, history.to),
          completed: formats.count(history.completed),
          zeroDays: formats.count(history.zeroDays),
          days: formats.count(history.days),
          trials: formats.count(trials),
          seed: String(seed),
        })}
      </p>
    </>
  );
}

type Percentile = NonNullable<Forecast['when']>['percentiles'][number];

function Percentiles(props: {
  label: string;
  percentiles: Percentile[];
  show: (value: Percentile['value']) => string;
}) {
  const { label, percentiles, show } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  return (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {percentiles.map(({ confidence }) => (
              <th key={confidence} scope="col" className={table.number}>
                {t('forecast.confidence', {
                  share: formats.share(confidence),
                })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('forecast.answer')}</th>
            {percentiles.map(({ confidence, value }) => (
              <td key={confidence} className={table.number}>
                {show(value)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollArea>
  );
}
