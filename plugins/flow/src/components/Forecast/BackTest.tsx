import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ForecastBackTestReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  QueryView,
  RowsSkeleton,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useForecastBackTest } from '../../hooks/useForecast';
import { flowTranslationRef } from '../../translation';
import { BackTestCutOffs } from './BackTestCutOffs';
import { BackTestDocsLink } from './BackTestDocsLink';
import { BackTestScores } from './BackTestScores';
import { useForecastStyles } from './forecastStyles';

/** How forecasts would have held on the past. No forecast of these was ever given to anybody, so they stand apart from those that were. */
export function BackTest(props: { entityRef: string }) {
  const { t } = useTranslationRef(flowTranslationRef);
  const classes = useForecastStyles();
  const tested = useForecastBackTest(props.entityRef);
  return (
    <section aria-label={t('backTest.title')}>
      <h3 className={classes.heading}>{t('backTest.title')}</h3>
      <p className={classes.text}>
        {t('backTest.caption')} <BackTestDocsLink />
      </p>
      <QueryView
        query={tested}
        subject={t('backTest.subject')}
        skeleton={<RowsSkeleton rows={4} />}
      >
        {report => <BackTestAnswer report={report} />}
      </QueryView>
    </section>
  );
}

function BackTestAnswer(props: { report: ForecastBackTestReport }) {
  const { history, cutOffs, scores, trials, minimum } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useForecastStyles();
  const [isOpen, setOpen] = useState(false);
  if (history === null || cutOffs.length === 0) {
    return (
      <p className={classes.note}>
        <StateChip state="no_data" /> {t('backTest.none')}
      </p>
    );
  }
  return (
    <>
      <BackTestScores scores={scores} />
      <p className={classes.note}>
        {t('backTest.sample', {
          count: cutOffs.length,
          range: formats.dayRange(cutOffs[0].day, cutOffs.at(-1)!.day),
          to: formats.day(history.to),
          trials: formats.count(trials),
          minimum: formats.count(minimum),
        })}
      </p>
      <ActionButton
        aria-expanded={isOpen}
        onClick={() => setOpen(shown => !shown)}
      >
        {isOpen ? t('backTest.hide') : t('backTest.show')}
      </ActionButton>
      {isOpen && <BackTestCutOffs cutOffs={cutOffs} />}
    </>
  );
}
