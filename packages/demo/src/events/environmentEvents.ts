import type { EnvironmentTier } from '@opmodel/backstage-plugin-opmodel-common';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import { cloudEvent, type CloudEvent } from './cloudEvent';

/** One event for each environment that the profiles name: it came to be before the history starts. */
export function environmentEvents(
  profiles: readonly DeliveryProfile[],
  createdAt: number,
): CloudEvent[] {
  const tiers = new Map<string, EnvironmentTier>();
  for (const { reporting } of profiles) {
    reporting.before.forEach(name => tiers.set(name, name));
    reporting.production.forEach(name => tiers.set(name, 'production'));
  }
  return [...tiers].map(([name, environmentTier]) =>
    cloudEvent({
      generation: '0.5',
      type: 'environment.created',
      id: `environment-${name}`,
      source: 'https://clusters.example.com/marrowby',
      time: createdAt,
      subjectId: name,
      content: { name },
      customData: { environmentTier },
    }),
  );
}
