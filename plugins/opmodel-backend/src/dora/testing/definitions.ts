import {
  dora2026Profile,
  type DoraProfile,
} from '@opmodel/backstage-plugin-opmodel-common';
import { EnabledDefinitions } from '../EnabledDefinitions';

/** The default definition alone, or others, in UTC. */
export function definitionsOf(...profiles: DoraProfile[]): EnabledDefinitions {
  const enabled = profiles.length === 0 ? [dora2026Profile] : profiles;
  return new EnabledDefinitions(enabled, {
    zone: 'UTC',
    defaultProfile: enabled[0].id,
  });
}

/** What stands beside numbers where nobody has said anything. */
export const nobodySaysAnything = {
  corrections: { listActive: async () => new Map() },
  disputes: { countOpen: async () => new Map() },
  settings: { edition: '2025' as const, quality: {} },
};
