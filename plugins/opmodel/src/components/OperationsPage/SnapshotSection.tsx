import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { FailureNote } from './FailureNote';
import { OperationsSection } from './OperationsSection';
import { scanStates } from './scanStates';
import { ScanTable } from './ScanTable';

type Snapshot = EngineHealth['snapshot'];

/** How old and how large the snapshot of the catalog is, and how its scans went. */
export function SnapshotSection(props: { snapshot: Snapshot }) {
  const { snapshot } = props;
  const { state, lastCompleteAt, entities, durationSeconds, scans } = snapshot;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const finished = scans.filter(scan => scan.state !== 'running');
  const complete = finished.filter(scan => scan.state === 'complete').length;
  const durations = [...scans].reverse().map(scan => scan.durationSeconds);
  return (
    <OperationsSection id="snapshot">
      <MetricTileRow>
        <MetricTile
          label={t('snapshot.age')}
          words
          value={lastCompleteAt && formats.relative(lastCompleteAt)}
          state={
            <StateChip
              state={scanStates[state]}
              label={t(`snapshot.state.${state}`)}
            />
          }
          reason={t('snapshot.neverReason')}
          sample={lastCompleteAt && formats.instant(lastCompleteAt)}
        />
        <MetricTile
          label={t('snapshot.entities')}
          value={lastCompleteAt && formats.count(entities)}
          reason={t('snapshot.neverReason')}
        />
        <MetricTile
          label={t('snapshot.duration')}
          value={
            durationSeconds === null ? null : formats.duration(durationSeconds)
          }
          reason={t('snapshot.neverReason')}
          trend={
            durations.length > 1 && (
              <Sparkline
                kind="bar"
                fluid
                values={durations}
                label={t('snapshot.durationTrend', {
                  n: formats.count(durations.length),
                })}
              />
            )
          }
          sample={
            durations.length > 1 &&
            t('snapshot.durationTrend', { n: formats.count(durations.length) })
          }
        />
        <MetricTile
          label={t('snapshot.scans')}
          value={
            finished.length === 0
              ? null
              : t('snapshot.scansOf', {
                  complete: formats.count(complete),
                  all: formats.count(finished.length),
                })
          }
          reason={t('snapshot.noScans')}
          change={t('snapshot.scansNote')}
        />
      </MetricTileRow>
      {snapshot.error && (
        <FailureNote>
          {t('snapshot.error', { message: snapshot.error })}
        </FailureNote>
      )}
      {scans.length > 0 && <ScanTable scans={scans} />}
    </OperationsSection>
  );
}
