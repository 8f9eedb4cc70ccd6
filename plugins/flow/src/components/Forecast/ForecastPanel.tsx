import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useForecast, type ForecastQuestion } from '../../hooks/useForecast';
import { flowTranslationRef } from '../../translation';
import { BackTest } from './BackTest';
import { CalibrationNote } from './CalibrationNote';
import { ForecastAnswer } from './ForecastAnswer';
import { ForecastForm } from './ForecastForm';
import { useForecastStyles } from './forecastStyles';

/** When so many items will be done, and how many by a day, with how well past forecasts held and would have held. */
export function ForecastPanel(props: {
  entityRef: string;
  report: FlowReport;
}) {
  const { entityRef, report } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const classes = useForecastStyles();
  const [question, setQuestion] = useState<ForecastQuestion>(() => ({
    items: Math.max(1, report.wip.items ?? 0),
  }));
  const forecast = useForecast(entityRef, question);
  return (
    <Panel title={t('forecast.title')}>
      <p className={classes.text}>{t('forecast.caption')}</p>
      <ForecastForm question={question} onAsk={setQuestion} />
      <QueryView
        query={forecast}
        subject={t('tab.subject')}
        skeleton={<RowsSkeleton rows={4} />}
      >
        {data => <ForecastAnswer forecast={data} />}
      </QueryView>
      <CalibrationNote
        entityRef={entityRef}
        calibration={report.forecastCalibration}
      />
      <BackTest entityRef={entityRef} />
    </Panel>
  );
}
