import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { KeptForecast } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  QueryView,
  RowsSkeleton,
  useDenseTableStyles,
  useFormats,
  ScrollArea,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useKeptForecasts } from '../../hooks/useForecast';
import { flowTranslationRef } from '../../translation';
import { SHOWN_CONFIDENCE } from './shownConfidence';

/** Forecasts that were kept, beside what came true. */
export function KeptForecasts(props: { entityRef: string }) {
  const { t } = useTranslationRef(flowTranslationRef);
  const table = useDenseTableStyles();
  const kept = useKeptForecasts(props.entityRef, true);
  return (
    <QueryView
      query={kept}
      subject={t('tab.subject')}
      skeleton={<RowsSkeleton rows={4} />}
    >
      {page =>
        page.items.length === 0 ? (
          <p className={table.quiet}>{t('calibration.noneKept')}</p>
        ) : (
          <KeptTable forecasts={page.items} />
        )
      }
    </QueryView>
  );
}

function KeptTable(props: { forecasts: KeptForecast[] }) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const show = (kind: KeptForecast['kind'], value: string | number | null) => {
    if (value === null) {
      return NO_VALUE;
    }
    return kind === 'when'
      ? formats.day(String(value))
      : formats.count(Number(value));
  };
  const boundOf = ({ kind, percentiles }: KeptForecast) =>
    show(
      kind,
      percentiles.find(({ confidence }) => confidence === SHOWN_CONFIDENCE)
        ?.value ?? null,
    );
  return (
    <ScrollArea label={t('calibration.table')}>
      <table className={table.table} aria-label={t('calibration.table')}>
        <thead>
          <tr>
            <th scope="col">{t('calibration.made')}</th>
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
          {props.forecasts.map(forecast => (
            <tr key={forecast.id}>
              <td>{formats.day(forecast.madeOn)}</td>
              <td>
                {forecast.kind === 'when'
                  ? t('forecast.when', { count: forecast.items ?? 0 })
                  : t('forecast.howMany', { day: formats.day(forecast.dueOn) })}
              </td>
              <td className={table.number}>{boundOf(forecast)}</td>
              <td className={table.number}>
                {show(forecast.kind, forecast.outcome)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
