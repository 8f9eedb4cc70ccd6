import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../translation';

const PER_SHARE = 100;
const PER_POINT = 10;

/** A difference of shares in percentage points with its sign, to a tenth: `+3.5 points`. */
export function usePoints(): (difference: number) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formats = useFormats();
  return difference => {
    const points = Math.round(difference * PER_SHARE * PER_POINT) / PER_POINT;
    const signs: Record<string, string> = { '1': '+', '-1': '−', '0': '±' };
    return t('share.points', {
      sign: signs[String(Math.sign(points))],
      points: formats.decimal(Math.abs(points)),
    });
  };
}
