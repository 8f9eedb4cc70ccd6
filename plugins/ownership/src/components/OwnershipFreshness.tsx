import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  StateIcon,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipTranslationRef } from '../translation';

/** The catalog is read every few minutes: an assessment older than a day means that something stands still. */
const STALE_AFTER_MS = 86_400_000;

/** When ownership was last assessed; an old assessment says so. */
export function OwnershipFreshness(props: {
  freshness: OwnershipReport['freshness'];
}) {
  const { assessedAt } = props.freshness;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  if (assessedAt === null) {
    return <span>{t('tab.notAssessed')}</span>;
  }
  const when = formats.relative(assessedAt);
  const isStale = Date.now() - Date.parse(assessedAt) > STALE_AFTER_MS;
  return (
    <Hint title={formats.instant(assessedAt)}>
      {isStale ? (
        <span style={{ color: palette.states.attention.text }}>
          <span style={{ verticalAlign: '-2px', marginRight: 4 }}>
            <StateIcon state="attention" size={12} />
          </span>
          {t('tab.staleAsOf', { when })}
        </span>
      ) : (
        t('tab.asOf', { when })
      )}
    </Hint>
  );
}
