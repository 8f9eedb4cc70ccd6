import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  compareWindows,
  type DoraReport,
  type MetricChange,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  NO_VALUE,
  StateChip,
  useDenseTableStyles,
  useFormats,
  ScrollArea,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { useMetricNames } from '../metrics/useMetricNames';
import { comparedFigures, type ComparedFigure } from './comparedFigures';

/** Each metric of a scope in two windows, with what changed where both are known well enough. */
export function CompareTable(props: { now: DoraReport; then: DoraReport }) {
  const { now, then } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const names = useMetricNames();
  const earlier = new Map(
    comparedFigures(then).map(figure => [figure.metric, figure]),
  );
  const range = ({ window }: DoraReport) =>
    formats.dayRange(window.from, window.to);
  return (
    <ScrollArea label={t('compare.title')}>
      <table className={table.table} aria-label={t('compare.title')}>
        <thead>
          <tr>
            <th scope="col">{t('compare.metric')}</th>
            <th scope="col" className={table.number}>
              {t('compare.then')} ({range(then)})
            </th>
            <th scope="col" className={table.number}>
              {t('compare.now')} ({range(now)})
            </th>
            <th scope="col">{t('compare.change')}</th>
          </tr>
        </thead>
        <tbody>
          {comparedFigures(now).map(figure => {
            const before = earlier.get(figure.metric)!;
            return (
              <tr key={figure.metric}>
                <th scope="row">{names[figure.metric]}</th>
                <td className={table.number}>
                  <FigureCell figure={before} />
                </td>
                <td className={table.number}>
                  <FigureCell figure={figure} />
                </td>
                <td>
                  <ChangeNote
                    kind={figure.kind}
                    change={changeBetween(figure, before)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function FigureCell(props: { figure: ComparedFigure }) {
  const { value, kind, state, n } = props.figure;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const shown = {
    duration: formats.duration,
    frequency: formats.rate,
    share: formats.share,
  }[kind];
  return (
    <>
      {value === null ? NO_VALUE : shown(value)}{' '}
      {state === 'ok' ? (
        <span className={table.quiet}>
          {t('compare.sample', { n: formats.count(n) })}
        </span>
      ) : (
        <StateChip state={state} count={state === 'thin' ? n : undefined} />
      )}
    </>
  );
}

/** Numbers on thin data move by chance, so they are not compared. */
function changeBetween(
  now: ComparedFigure,
  then: ComparedFigure,
): MetricChange | null {
  return now.state === 'ok' && then.state === 'ok'
    ? compareWindows(now.value, then.value, now.betterWhen)
    : null;
}
