import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ForecastCalibration } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { flowTranslationRef } from '../../translation';
import { useForecastStyles } from './forecastStyles';
import { KeptForecasts } from './KeptForecasts';

const useStyles = makeStyles(theme => ({
  note: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
  },
}));

/** How often the bounds of past forecasts held: an 85 % bound should hold in 85 of 100. */
export function CalibrationNote(props: {
  entityRef: string;
  calibration: ForecastCalibration;
}) {
  const { entityRef, calibration } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const forecast = useForecastStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={t('calibration.title')}>
      <h3 className={forecast.heading}>{t('calibration.title')}</h3>
      <p className={classes.note}>
        {calibration.state === 'no_data'
          ? t('calibration.none')
          : calibration.levels
              .map(level =>
                t('calibration.level', {
                  confidence: formats.share(level.confidence),
                  share: formats.share(level.share),
                  held: formats.count(level.held),
                  n: formats.count(level.n),
                }),
              )
              .join(' · ')}{' '}
        {calibration.state === 'thin' && (
          <StateChip state="thin" count={calibration.n} />
        )}
      </p>
      <ActionButton
        aria-expanded={isOpen}
        onClick={() => setOpen(shown => !shown)}
      >
        {isOpen ? t('calibration.hide') : t('calibration.show')}
      </ActionButton>
      {isOpen && <KeptForecasts entityRef={entityRef} />}
    </section>
  );
}
