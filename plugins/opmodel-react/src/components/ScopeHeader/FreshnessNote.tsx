import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import type { ReportFreshness } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
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
        <Tooltip title={formats.instant(freshness.asOf, zone)}>
          <time dateTime={freshness.asOf} tabIndex={0}>
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
        </Tooltip>
      )}
      {freshness.calculating && <> ({t('scope.calculating')})</>}
    </span>
  );
}
