import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloMark } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { sloChartTranslationRef } from '../../translations/chart';

/** What a mark says. */
export interface MarkText {
  /** What it is, and when. */
  title: string;
  /** What it burned; undefined where it burns nothing, as a correction does. */
  burned?: string;
}

/** The words of what is drawn on a burn-down. */
export function useMarkText(zone: string): (mark: SloMark) => MarkText {
  const { t } = useTranslationRef(sloChartTranslationRef);
  const formats = useFormats();
  return ({ kind, at, to, title, burned, failed }) => {
    const when = [
      formats.instant(at, zone),
      ...(to ? [t('mark.until', { until: formats.instant(to, zone) })] : []),
    ].join(' ');
    const share = burned === null ? undefined : formats.share(burned);
    switch (kind) {
      case 'deployment': {
        const name = failed
          ? t('mark.failedDeployment', { title })
          : t('mark.deployment', { title });
        return {
          title: `${name}, ${when}`,
          burned: share ? t('mark.burned', { share }) : t('mark.burnUnknown'),
        };
      }
      case 'incident':
        return {
          title: `${t('mark.incident', { title })}, ${when}`,
          burned: share
            ? t('mark.incidentBurned', { share })
            : t('mark.burnUnknown'),
        };
      case 'correction':
        return { title: `${t('mark.correction', { title })}, ${when}` };
      default:
        throw new TypeError(`Unknown mark '${kind satisfies never}'`);
    }
  };
}
