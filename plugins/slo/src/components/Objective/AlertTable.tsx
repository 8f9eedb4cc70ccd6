import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloObjectiveStatus } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  NO_VALUE,
  RelativeTime,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloEntityTranslationRef } from '../../translations/entity';
import { stateOfAlert } from '../../words/sloStates';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';

/** The alerts on the burn of an objective: whether they fire, and from when on. */
export function AlertTable(props: { objective: SloObjectiveStatus }) {
  const { objective } = props;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const words = useSloWords();
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  const label = t('alert.title', { objective: figures.objective(objective) });
  if (objective.alerts.length === 0) {
    return <p className={facts.quiet}>{t('alert.none')}</p>;
  }
  return (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('alert.state')}</th>
            <th scope="col">{t('alert.severity')}</th>
            <th scope="col">{t('alert.condition')}</th>
            <th scope="col">{t('alert.since')}</th>
            <th scope="col">{t('alert.origin')}</th>
          </tr>
        </thead>
        <tbody>
          {objective.alerts.map(alert => (
            <tr key={alert.id}>
              <td>
                <StateChip
                  state={stateOfAlert[alert.state]}
                  label={words.alertState[alert.state]}
                />{' '}
                {!alert.canFire && (
                  <Hint title={t('alert.neverHint')}>
                    <StateChip state="attention" label={t('alert.never')} />
                  </Hint>
                )}
              </td>
              <td>{words.severity[alert.severity]}</td>
              <td>
                {t('alert.conditionText', {
                  threshold: figures.burn(alert.threshold),
                  long: formats.duration(alert.longSeconds),
                  short: formats.duration(alert.shortSeconds),
                })}
              </td>
              <td>
                {alert.since === null ? (
                  NO_VALUE
                ) : (
                  <RelativeTime instant={alert.since} />
                )}
              </td>
              <td>
                {alert.origin === 'document'
                  ? t('alert.document')
                  : t('alert.standard')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
