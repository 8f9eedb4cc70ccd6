import type { DoraProfile } from '../doraProfile';
import { dora2026Profile } from '../profiles/dora2026';

/** The default profile with some decisions taken otherwise. */
export function profileWith(decisions: {
  leadTime?: Partial<DoraProfile['leadTime']>;
  deployments?: Partial<DoraProfile['deployments']>;
  failures?: Partial<DoraProfile['failures']>;
}): DoraProfile {
  return {
    ...dora2026Profile,
    leadTime: { ...dora2026Profile.leadTime, ...decisions.leadTime },
    deployments: { ...dora2026Profile.deployments, ...decisions.deployments },
    failures: { ...dora2026Profile.failures, ...decisions.failures },
  };
}
