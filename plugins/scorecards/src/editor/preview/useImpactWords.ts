import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardPreview } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardEditorTranslationRef } from '../translation';

/** What a definition would change, in sentences; the first says how many entities move. */
export function useImpactWords(): (preview: ScorecardPreview) => string[] {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const formats = useFormats();
  return ({ counts, levelsLost }) => {
    const { entities, up, down, joining, leaving } = counts;
    return [
      up + down === 0
        ? t('preview.nothing')
        : t('preview.headline', {
            count: entities,
            down: formats.count(down),
            up: formats.count(up),
          }),
      ...levelsLost.map(({ level, teams }) =>
        t('preview.teamsLose', { count: teams, level: level.name }),
      ),
      ...(joining > 0 ? [t('preview.joining', { count: joining })] : []),
      ...(leaving > 0 ? [t('preview.leaving', { count: leaving })] : []),
    ];
  };
}
