import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  MetricTile,
  ShareBar,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import type { FlowTileProps } from './FlowTiles';

/** How old what is in progress is, against what is expected of it. */
export function AgeTile({ report, onExplain }: FlowTileProps) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const { age, serviceLevelExpectation: expectation } = report;
  const beyond = age.beyondExpectation;
  return (
    <MetricTile
      label={t('metric.age')}
      value={age.median === null ? null : formats.duration(age.median)}
      reason={t('reason.nothingInProgress')}
      detail={
        age.n > 0 &&
        t('sample.oldest', { oldest: formats.duration(age.oldest) })
      }
      change={
        expectation.seconds === null
          ? t('expectation.none')
          : t('expectation.text', {
              share: formats.share(expectation.share),
              time: formats.duration(expectation.seconds),
            })
      }
      state={
        beyond !== null &&
        beyond > 0 && (
          <StateChip
            state="attention"
            label={t('expectation.beyond', { count: beyond })}
          />
        )
      }
      trend={
        beyond !== null &&
        age.n > 0 && <ShareBar share={beyond / age.n} series="waiting" />
      }
      sample={age.n > 0 && t('sample.inProgress', { count: age.n })}
      onExplain={onExplain && (() => onExplain('work-item-age'))}
    />
  );
}
