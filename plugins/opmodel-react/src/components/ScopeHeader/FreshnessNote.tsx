import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReportFreshness } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { Hint } from '../Hint';
import { StateIcon } from '../StateChip';

/** How fresh the facts behind a report are. */
export function FreshnessNote(props: {
  freshness: ReportFreshness;
  zone?: string;
}) {
  const { freshness, zone } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const when = formats.relative(freshness.asOf);
  return (
    <span>
      {freshness.asOf === null ? (
        t('scope.noFacts')
      ) : (
        <Hint title={formats.instant(freshness.asOf, zone)}>
          <time dateTime={freshness.asOf}>
            {freshness.state === 'stale' ? (
              <span style={{ color: palette.states.attention.text }}>
                <span style={{ verticalAlign: '-2px', marginRight: 4 }}>
                  <StateIcon state="attention" size={12} />
                </span>
                {t('scope.stale', { when })}
              </span>
            ) : (
              t('scope.asOf', { when })
            )}
          </time>
        </Hint>
      )}
      {freshness.calculating && <> ({t('scope.calculating')})</>}
    </span>
  );
}
