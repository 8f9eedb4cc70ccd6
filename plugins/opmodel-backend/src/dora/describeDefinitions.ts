import {
  benchmarkEditions,
  describeProfile,
  type DoraDefinitions,
  type ReportDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import { tellWorkingTime } from '../tellWorkingTime';
import type { DoraConfig } from './doraConfig';
import type {
  EnabledDefinition,
  EnabledDefinitions,
} from './EnabledDefinitions';

/** A definition as every answer names it. */
export function toDefinition({
  profile,
  workingTime,
}: EnabledDefinition): ReportDefinition {
  const { id, version, title, docs } = profile;
  return {
    id,
    version,
    title,
    docs,
    ...tellWorkingTime(workingTime),
  };
}

/** The definitions and editions that can be chosen, with every decision of each. */
export function describeDefinitions(
  definitions: EnabledDefinitions,
  settings: Pick<DoraConfig, 'edition'>,
): DoraDefinitions {
  return {
    defaultProfile: definitions.default.profile.id,
    defaultEdition: settings.edition,
    profiles: definitions.list.map(({ profile, workingTime }) => ({
      id: profile.id,
      version: profile.version,
      title: profile.title,
      docs: profile.docs,
      decisions: describeProfile(profile),
      ...tellWorkingTime(workingTime),
    })),
    editions: benchmarkEditions.map(({ id, kind, title, source }) => ({
      id,
      kind,
      title,
      source,
    })),
  };
}
