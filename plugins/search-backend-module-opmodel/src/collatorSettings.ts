import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** How documents of one kind are collected. */
export interface CollatorSettings {
  enabled: boolean;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** With `:name` for a part of what is found. */
  locationTemplate: string;
}

const ordinarySchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // The engine reads the catalog first.
  initialDelay: { seconds: 30 },
};

/**
 * Reads how documents are collected, from `search.collators.<name>`.
 *
 * @param locationTemplate - the default
 * @throws InputError that names the key
 */
export function readCollatorSettings(
  root: RootConfigService,
  name:
    | 'opmodelTeams'
    | 'opmodelDecisions'
    | 'opmodelScorecards'
    | 'opmodelSlos'
    | 'opmodelTechDebt',
  locationTemplate: string,
): CollatorSettings {
  const key = `search.collators.${name}`;
  const config = root.getOptionalConfig(key);
  const template = config?.getOptionalString('locationTemplate');
  if (template !== undefined && !template.startsWith('/')) {
    throw new InputError(
      `${key}.locationTemplate must begin with a slash, got '${template}'`,
    );
  }
  return {
    enabled: config?.getOptionalBoolean('enabled') ?? true,
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : ordinarySchedule,
    locationTemplate: template ?? locationTemplate,
  };
}

/** An address from a template, with each `:name` replaced by its part. */
export function fillTemplate(
  template: string,
  parts: Readonly<Record<string, string>>,
): string {
  return template.replace(/:(\w+)/g, (whole, name) =>
    name in parts ? encodeURIComponent(parts[name]) : whole,
  );
}
