import { checkContract } from '@opmodel/backstage-plugin-opmodel-node';
import type { EventEnvelope } from './cdevents';
import {
  factContracts,
  observationOfFact,
  type PlainFact,
  type PlainFactKind,
} from './factContracts';
import { statedPath } from './plainFacts';
import { withoutNulls } from './profileFields';
import { measurementEventType } from './measurementContract';
import { entityFactEventType } from './entityFactContract';
import { readEntityFactEvent } from './readEntityFacts';
import type { ReadItem } from './ReadItem';
import { readMeasurementEvent } from './readMeasurements';
import { rejectForErrors, rejectForReason } from './ReadEvent';

/** The types of our own CloudEvents, by the kind of fact that their data states. */
export const typedEventTypes: Record<PlainFactKind, string> = {
  deployment: 'io.opmodel.deployment.v1',
  change: 'io.opmodel.change.v1',
  incident: 'io.opmodel.incident.v1',
  work_item: 'io.opmodel.work-item.v1',
  pipeline_run: 'io.opmodel.pipeline-run.v1',
};

/** Whether the type of a CloudEvent is one of ours, or is meant to be. */
export function isTypedEvent(type: string): boolean {
  return type.startsWith('io.opmodel.');
}

/**
 * Reads a CloudEvent of ours. Its data is the fact that the plain way in takes as well; who says it, and when, stands in the
 * envelope, and the envelope's id tells a repetition.
 */
export function readTypedEvent(
  data: Record<string, unknown>,
  envelope: EventEnvelope,
): ReadItem {
  if (envelope.type === measurementEventType) {
    return readMeasurementEvent(data, envelope);
  }
  if (envelope.type === entityFactEventType) {
    return readEntityFactEvent(data, envelope);
  }
  const [kind] =
    Object.entries(typedEventTypes).find(
      ([, type]) => type === envelope.type,
    ) ?? [];
  if (!kind) {
    return rejectForReason(
      envelope,
      `type ${envelope.type} is not one that intake keeps; it keeps ${[
        ...Object.values(typedEventTypes),
        measurementEventType,
        entityFactEventType,
      ].join(', ')}`,
    );
  }
  const { source, id, time } = envelope;
  if (time === undefined) {
    return rejectForErrors(envelope, [
      { path: 'time', message: 'required date-time' },
    ]);
  }
  const stated = withoutNulls(data);
  const read = checkContract<PlainFact>(
    factContracts[kind as PlainFactKind],
    stated,
    'data',
  );
  if (!read.success) {
    return rejectForErrors(envelope, read.errors);
  }
  return {
    event: {
      source,
      id,
      time,
      observation: observationOfFact(kind as PlainFactKind, read.value),
    },
    pathOf: path =>
      path.startsWith('observation.')
        ? `data.${statedPath(path, stated as { links?: unknown[] })}`
        : path,
  };
}
