import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  EngineHealth,
  RejectedEvents,
  UnmappedEvents,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  ShareBar,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { OperationsSection } from './OperationsSection';
import { RejectedPanel } from './RejectedPanel';
import { UnmappedPanel } from './UnmappedPanel';

/** Props of {@link IntakeSection}. */
export interface IntakeSectionProps {
  intake: EngineHealth['intake'];
  unmapped: QueryState<UnmappedEvents>;
  rejected: QueryState<RejectedEvents>;
  /** Whether the person may let events be mapped once more. */
  mayReplay: boolean;
  /** True where the page says already that refreshing fails. */
  quiet: boolean;
  onReplayed: () => void;
}

/** What comes in, what of it was not taken in or finds no entity, and whether the numbers follow. */
export function IntakeSection(props: IntakeSectionProps) {
  const { intake, unmapped, rejected, mayReplay, quiet, onReplayed } = props;
  const anything = intake.applied + intake.unmapped > 0;
  return (
    <OperationsSection id="intake">
      <IntakeTiles intake={intake} />
      <UnmappedPanel
        unmapped={unmapped}
        anything={anything}
        mayReplay={mayReplay}
        quiet={quiet}
        onReplayed={onReplayed}
      />
      <RejectedPanel rejected={rejected} anything={anything} quiet={quiet} />
    </OperationsSection>
  );
}

function IntakeTiles(props: { intake: EngineHealth['intake'] }) {
  const { intake } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const arrived = intake.receivedLastDay + intake.rejectedLastDay;
  const kept = intake.applied + intake.unmapped;
  const rejectedShare = arrived > 0 ? intake.rejectedLastDay / arrived : null;
  const unmappedShare = kept > 0 ? intake.unmapped / kept : null;
  return (
    <MetricTileRow>
      <MetricTile
        label={t('intake.received')}
        value={formats.count(intake.receivedLastDay)}
        change={
          intake.lastReceivedAt
            ? t('intake.newest', {
                when: formats.relative(intake.lastReceivedAt),
              })
            : t('intake.nothingYet')
        }
        sample={t('intake.applied', { n: formats.count(intake.applied) })}
      />
      <MetricTile
        label={t('intake.rejected')}
        value={formats.count(intake.rejectedLastDay)}
        change={
          rejectedShare !== null &&
          t('intake.rejectedShare', { share: formats.share(rejectedShare) })
        }
        trend={
          rejectedShare !== null && (
            <ShareBar share={rejectedShare} series="other" />
          )
        }
      />
      <MetricTile
        label={t('intake.unmapped')}
        value={formats.count(intake.unmapped)}
        change={
          unmappedShare !== null &&
          t('intake.unmappedShare', { share: formats.share(unmappedShare) })
        }
        trend={
          unmappedShare !== null && (
            <ShareBar share={unmappedShare} series="other" />
          )
        }
      />
      <MetricTile
        label={t('intake.recalculations')}
        value={formats.count(intake.recalculationsWaiting)}
        change={
          intake.oldestRecalculationAt
            ? t('intake.oldest', {
                when: formats.relative(intake.oldestRecalculationAt),
              })
            : kept > 0 && t('intake.upToDate')
        }
      />
    </MetricTileRow>
  );
}
