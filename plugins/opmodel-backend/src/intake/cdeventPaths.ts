import {
  repositoryLinks,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import { statedTargetPath } from './profileFields';

/** Where the fields of an observation stand in a CDEvent, unless `customData` states them. */
const contentPaths: Record<string, string> = {
  subject: 'subject.id',
  environment: 'subject.content.environment.id',
  artifactId: 'subject.content.artifactId',
  name: 'subject.content.name',
  pipeline: 'subject.content.pipelineName',
};

/** Names in `customData` that differ from those in an observation. */
const customNames: Record<string, string> = {
  subject: 'deploymentId',
  result: 'outcome',
};

/** Where the thing that a kind of observation concerns is identified, beside the profile. */
const ownerPaths: Partial<Record<string, string>> = {
  deployment: 'subject.id',
  change: 'subject.content.repository',
  incident: 'subject.content.service.id',
};

/**
 * Where the sender wrote what stands at a path of an event, in the CDEvent's own terms.
 *
 * @param path - in the event: `time`, `observation.finishedAt`
 * @param customData - as it was read
 * @returns undefined for what the envelope or the context says: identity and time
 */
export function cdeventPath(
  path: string,
  observation: IntakeEvent['observation'],
  customData: Record<string, any>,
): string | undefined {
  if (!path.startsWith('observation.')) {
    return undefined;
  }
  const field = path.slice('observation.'.length);
  if (field.startsWith('target.')) {
    const links = observation.target.links ?? [];
    const owner = ownerPaths[observation.kind] ?? '';
    const count =
      links.length -
      (customData.links ?? []).length -
      (customData.repositoryUrl
        ? repositoryLinks(customData.repositoryUrl).length
        : 0);
    const stated = statedTargetPath(field.slice('target.'.length), customData, {
      count,
      path: owner,
    });
    return stated === owner ? owner : `customData.${stated}`;
  }
  const name = customNames[field] ?? field;
  if (customData[name] !== undefined) {
    return `customData.${name}`;
  }
  // An instant that the profile does not state is that of the event itself.
  return field.endsWith('At')
    ? undefined
    : contentPaths[field] ?? `customData.${name}`;
}
