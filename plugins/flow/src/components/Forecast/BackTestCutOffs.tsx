import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ForecastBackTestReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  ScrollArea,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { SHOWN_CONFIDENCE } from './shownConfidence';

type CutOff = ForecastBackTestReport['cutOffs'][number];
type Tested = CutOff['forecasts'][number];

/** What would have been foretold on each Monday, beside what came; the latest first. */
export function BackTestCutOffs(props: { cutOffs: CutOff[] }) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const show = (kind: Tested['kind'], value: string | number | null) =>
    kind === 'when' ? formats.day(String(value)) : formats.count(Number(value));
  const boundOf = ({ kind, bounds }: Tested) => {
    const value = bounds.find(
      ({ confidence }) => confidence === SHOWN_CONFIDENCE,
    )?.value;
    return value === null || value === undefined ? NO_VALUE : show(kind, value);
  };
  return (
    <ScrollArea label={t('backTest.mondays')}>
      <table className={table.table} aria-label={t('backTest.mondays')}>
        <thead>
          <tr>
            <th scope="col">{t('backTest.monday')}</th>
            <th scope="col" className={table.number}>
              {t('backTest.known')}
            </th>
            <th scope="col">{t('calibration.question')}</th>
            <th scope="col" className={table.number}>
              {t('forecast.confidence', {
                share: formats.share(SHOWN_CONFIDENCE),
              })}
            </th>
            <th scope="col" className={table.number}>
              {t('calibration.outcome')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...props.cutOffs].reverse().flatMap(({ day, history, forecasts }) =>
            forecasts.map(forecast => (
              <tr key={`${day} ${forecast.kind} ${forecast.horizon}`}>
                <td>{formats.day(day)}</td>
                <td className={table.number}>
                  {t('backTest.knownItems', {
                    count: history.completed,
                    days: formats.count(history.days),
                  })}
                </td>
                <td>
                  {forecast.kind === 'when'
                    ? t('forecast.when', { count: forecast.items ?? 0 })
                    : t('backTest.howMany', { count: forecast.horizon })}
                </td>
                <td className={table.number}>{boundOf(forecast)}</td>
                <td className={table.number}>
                  {forecast.outcome === null
                    ? t('backTest.notYet')
                    : show(forecast.kind, forecast.outcome)}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollArea>
  );
}
