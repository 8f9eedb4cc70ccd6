import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  MeasuredDebtInterest,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords } from '../facts';
import { techDebtItemTranslationRef } from '../translations/item';

/** What an item was measured to cost, beside what was estimated; or what debt was measured to cost in a place. */
export function MeasuredPanel(props: {
  measured: MeasuredDebtInterest;
  /** Of an item; a place has none, as the interests of items are never added up. */
  estimated?: PricedDebtItem['prices']['interest'];
}) {
  const { measured, estimated } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const formats = useFormats();
  const prices = usePriceWords();
  const facts = useFactStyles();
  const { personDaysPerMonth, thinBecause, watched } = measured;
  const thinWords = {
    few_reports: t('measured.fewReports'),
    few_days: t('measured.fewDays'),
  };
  return (
    <Panel title={t('measured.title')}>
      <p className={facts.quiet}>
        {estimated ? t('measured.text') : t('measured.textOfPlace')}
      </p>
      <div className={facts.line}>
        <span>{t('measured.measured')}:</span>
        {personDaysPerMonth === null ? (
          <StateChip state="no_data" />
        ) : (
          <strong>
            {prices.amount(personDaysPerMonth, 'person_days_per_month')}
          </strong>
        )}
        {measured.confidence === 'thin' && (
          <StateChip
            state="thin"
            label={thinBecause.map(reason => thinWords[reason]).join(', ')}
          />
        )}
      </div>
      {estimated && (
        <div className={facts.line}>
          <span>{t('measured.estimated')}:</span>
          <span>{prices.price(estimated)}</span>
        </div>
      )}
      {personDaysPerMonth === null ? (
        <p className={facts.quiet}>{t('measured.noData')}</p>
      ) : (
        <>
          <p className={facts.text}>{measured.formula}</p>
          <p className={facts.quiet}>
            {t('measured.hours', {
              count: measured.reports,
              hours: formats.decimal(measured.hoursLost),
              reports: formats.count(measured.reportsWithHours),
              all: formats.count(measured.reports),
            })}
            {watched && (
              <>
                {', '}
                {t('measured.watched', {
                  from: formats.day(watched.from),
                  to: formats.day(watched.to),
                })}
              </>
            )}
          </p>
        </>
      )}
      {measured.teams.length > 0 && (
        <>
          <div className={facts.heading}>{t('measured.teams')}</div>
          <ul className={facts.list}>
            {measured.teams.map(team => (
              <li key={team.teamRef}>
                {t('measured.team', {
                  count: team.reports,
                  team: team.title,
                  hours: formats.decimal(team.hoursLost),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
