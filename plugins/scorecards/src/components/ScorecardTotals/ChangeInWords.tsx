import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Hint,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { usePoints } from '../../verdict';

/** How the passing share changed in the last 90 days, in words: the colour says better or worse again. */
export function ChangeInWords(props: {
  /** Of the share; null: not known. */
  change: number | null;
}) {
  const { change } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const palette = useOpmodelPalette();
  const points = usePoints();
  if (change === null) {
    return (
      <Hint title={t('totals.changeUnknownLong')}>
        {t('totals.changeUnknown')}
      </Hint>
    );
  }
  const { good, bad, no_data: same } = palette.states;
  const colour = { '1': good, '-1': bad, '0': same }[String(Math.sign(change))];
  return (
    <span style={{ color: colour?.text, fontVariantNumeric: 'tabular-nums' }}>
      {t('totals.change', { points: points(change) })}
    </span>
  );
}
