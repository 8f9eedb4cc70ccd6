import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OnCall } from '@opmodel/backstage-plugin-opmodel-common';
import {
  type OpmodelState,
  Panel,
  RelativeTime,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipEntityTranslationRef } from '../../translations/entity';

const STATES: Record<OnCall['state'], OpmodelState> = {
  known: 'good',
  nobody: 'attention',
  unavailable: 'error',
  not_set_up: 'no_data',
};

/** Who is on call, by whom that is told, and how old it is. */
export function OnCallPanel(props: { onCall: OnCall }) {
  const { state, provider, entries, asOf, url } = props.onCall;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const words: Record<OnCall['state'], string> = {
    known: t('onCall.known'),
    nobody: t('onCall.nobody'),
    unavailable: t('onCall.unavailable'),
    not_set_up: t('onCall.notSetUp'),
  };
  return (
    <Panel
      title={t('onCall.title')}
      actions={<StateChip state={STATES[state]} label={words[state]} />}
    >
      {state === 'not_set_up' ? (
        <p className={facts.quiet}>{t('onCall.notSetUpText')}</p>
      ) : (
        <>
          {state === 'unavailable' && (
            <p className={facts.text}>
              {t('onCall.unavailableText', { provider })}
            </p>
          )}
          {state === 'nobody' && (
            <p className={facts.text}>{t('onCall.nobodyText', { provider })}</p>
          )}
          <ol className={facts.list}>
            {entries.map(({ level, label, userRef, until }) => (
              <li key={`${level} ${label}`} className={facts.line}>
                <span>{t('onCall.level', { level: String(level) })}</span>
                {userRef ? (
                  <EntityRefLink entityRef={userRef} title={label} />
                ) : (
                  <span>{label}</span>
                )}
                {until && (
                  <span className={facts.quiet} style={{ margin: 0 }}>
                    {t('onCall.until', { until: formats.instant(until) })}
                  </span>
                )}
              </li>
            ))}
          </ol>
          <p className={facts.quiet}>
            {t('onCall.source', { provider })}{' '}
            {asOf === null ? (
              t('onCall.ageUnknown')
            ) : (
              <RelativeTime instant={asOf} />
            )}
            {url && (
              <>
                {' · '}
                <Link to={url}>{t('onCall.open', { provider })}</Link>
              </>
            )}
          </p>
        </>
      )}
    </Panel>
  );
}
