import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PrintedValue } from '@opmodel/backstage-plugin-opmodel-common';
import { NO_VALUE, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

/** A number as the tool of a definition prints it, with the band that it prints beside it. */
export function usePrintedText(): (printed: PrintedValue) => string {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  return ({ value, unit, text }) => {
    const number = formats.decimal(value);
    const withUnit: Record<PrintedValue['unit'], string> = {
      seconds: t('printed.seconds', { value: number }),
      minutes: t('printed.minutes', { value: number }),
      hours: t('printed.hours', { value: number }),
      days: t('printed.days', { value: number }),
      percent: t('printed.percent', { value: number }),
      'per-week': t('printed.perWeek', { value: number }),
      'per-day': t('printed.perDay', { value: number }),
      'deployment-days-per-week': t('printed.deploymentDays', {
        value: number,
      }),
      bucket: number,
    };
    const shown = value === null ? undefined : withUnit[unit];
    return [shown, text].filter(Boolean).join(', ') || NO_VALUE;
  };
}
