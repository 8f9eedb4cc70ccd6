import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { OwnerName } from '../facts';

/** Who owned an entity when, the present owner first. */
export function HistoryPanel(props: { history: OwnershipReport['history'] }) {
  const { history } = props;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  const describe = ({
    from,
    to,
  }: {
    from: string | null;
    to: string | null;
  }) => {
    if (to === null) {
      return from === null
        ? t('history.alwaysNow')
        : t('history.since', { from: formats.instant(from) });
    }
    return from === null
      ? t('history.until', { to: formats.instant(to) })
      : t('history.between', {
          from: formats.instant(from),
          to: formats.instant(to),
        });
  };
  return (
    <Panel title={t('history.title')}>
      {history.length === 0 ? (
        <p className={facts.quiet}>{t('history.none')}</p>
      ) : (
        <ol className={facts.list} aria-label={t('history.title')}>
          {history.map(span => (
            <li key={`${span.ownerRef} ${span.from}`} className={facts.line}>
              <OwnerName entityRef={span.ownerRef} title={span.ownerTitle} />
              <span>{describe(span)}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
