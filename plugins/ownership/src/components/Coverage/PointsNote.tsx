import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Hint,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';

/** A smaller change is none that anybody could act on. */
const LEAST_POINTS = 0.05;

/** How a share changed since the beginning of its window, in points, as words and an arrow. More coverage is better. */
export function PointsNote(props: {
  /** Difference of two shares; null: there is nothing to compare with. */
  change: number | null;
  /** First ISO day of the window. */
  from: string;
}) {
  const { change, from } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  if (change === null) {
    return <Hint title={t('noChangeHint')}>{t('noChange')}</Hint>;
  }
  const points = change * 100;
  const since = t('changeSince', { day: formats.day(from) });
  if (Math.abs(points) < LEAST_POINTS) {
    return <Hint title={since}>{t('same')}</Hint>;
  }
  const size = t('points', { size: formats.rateNumber(Math.abs(points)) });
  const isHigher = points > 0;
  return (
    <Hint
      title={since}
      style={{ color: palette.states[isHigher ? 'good' : 'bad'].text }}
    >
      <span aria-hidden="true">{isHigher ? '▲' : '▼'} </span>
      {t(isHigher ? 'higher' : 'lower', { points: size })}
    </Hint>
  );
}
