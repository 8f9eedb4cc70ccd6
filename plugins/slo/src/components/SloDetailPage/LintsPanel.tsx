import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SloDetail,
  SloLint,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateIcon,
  useFactStyles,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloDetailTranslationRef } from '../../translations/detail';
import { useSloFormats } from '../../words/useSloFormats';

/** Alerts that would never fire, or would fire for nothing. */
export function LintsPanel(props: { detail: SloDetail }) {
  const { lints, status } = props.detail;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const figures = useSloFormats();
  const facts = useFactStyles();
  const palette = useOpmodelPalette();
  const describe = ({ id, objective: index, values }: SloLint) => {
    const known = status.objectives.find(found => found.index === index);
    const objective = known ? figures.objective(known) : status.title;
    const alert = String(values.alert ?? '');
    switch (id) {
      case 'alert_never_fires':
        return t('lints.neverFires', { objective, alert });
      case 'pages_while_met':
        return t('lints.whileMet', { objective, alert });
      case 'one_event_pages':
        return t('lints.oneEvent', { objective, alert });
      case 'no_alert':
        return t('lints.noAlert', { objective });
      case 'low_traffic':
        return t('lints.lowTraffic', { objective });
      default:
        throw new TypeError(`Unknown finding '${id satisfies never}'`);
    }
  };
  return (
    <Panel title={t('lints.title')}>
      {lints.length === 0 ? (
        <p className={facts.quiet}>{t('lints.none')}</p>
      ) : (
        <ul className={facts.list}>
          {lints.map(lint => (
            <li
              key={`${lint.id} ${lint.objective} ${JSON.stringify(
                lint.values,
              )}`}
              className={facts.line}
              style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}
            >
              <span
                style={{
                  color: palette.states.attention.mark,
                  display: 'inline-flex',
                  paddingTop: 2,
                }}
              >
                <StateIcon state="attention" />
              </span>
              <span>{describe(lint)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
