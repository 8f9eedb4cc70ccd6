import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraExclusion } from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../translation';
import { useExclusionText } from '../exclusions';

/** How many rows were left out, and the main reason; undefined where none was. */
export function useLeftOutText(excluded: DoraExclusion[]): string | undefined {
  const { t } = useTranslationRef(doraTranslationRef);
  const describe = useExclusionText();
  const [main] = excluded;
  if (!main) {
    return undefined;
  }
  const count = excluded
    .filter(({ unit }) => unit === main.unit)
    .reduce((sum, one) => sum + one.count, 0);
  const reason = describe(main.reason).short;
  switch (main.unit) {
    case 'change':
      return t('reason.allLeftOut', { count, reason });
    case 'incident':
      return t('reason.incidentsLeftOut', { count, reason });
    default:
      return t('reason.deploymentsLeftOut', { count, reason });
  }
}
