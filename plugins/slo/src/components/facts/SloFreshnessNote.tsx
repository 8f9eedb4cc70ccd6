import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloFreshness } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  StateIcon,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloTranslationRef } from '../../translation';

/** Objectives are measured every few minutes: measurements that are an hour old mean that something stands still. */
const STALE_AFTER_MS = 3_600_000;

/** How fresh the measurements are; old ones say so. */
export function SloFreshnessNote(props: {
  asOf: SloFreshness['asOf'];
  zone?: string;
}) {
  const { asOf, zone } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  if (asOf === null) {
    return <span>{t('freshness.never')}</span>;
  }
  const when = formats.relative(asOf);
  const isStale = Date.now() - Date.parse(asOf) > STALE_AFTER_MS;
  return (
    <Hint title={formats.instant(asOf, zone)}>
      <time dateTime={asOf}>
        {isStale ? (
          <span style={{ color: palette.states.attention.text }}>
            <span style={{ verticalAlign: '-2px', marginRight: 4 }}>
              <StateIcon state="attention" size={12} />
            </span>
            {t('freshness.stale', { when })}
          </span>
        ) : (
          t('freshness.asOf', { when })
        )}
      </time>
    </Hint>
  );
}
