import type { DoraProfile } from './doraProfile';
import type { RecoveryExclusion } from './facts';
import type { RecoverySample } from './failure';

/** A span that may have no end yet. */
interface Recovery {
  from: number | null;
  /** Null: it is not recovered. */
  to: number | null;
}

/** Measures one recovery, or says why there is nothing to measure. */
export function measureRecovery(
  { from, to }: Recovery,
  profile: DoraProfile,
): Pick<RecoverySample, 'recoveredAt' | 'seconds' | 'exclusion'> {
  if (to === null) {
    return leaveOutRecovery('not_recovered');
  }
  if (from === null) {
    return leaveOutRecovery('no_recovery_known', to);
  }
  if (to < from) {
    return leaveOutRecovery('negative_span', to);
  }
  const { unitSeconds } = profile.failures;
  return {
    recoveredAt: to,
    seconds: Math.floor((to - from) / 1000 / unitSeconds) * unitSeconds,
    exclusion: null,
  };
}

/** A recovery that gives no sample; when it ended, where that is known all the same. */
export function leaveOutRecovery(
  exclusion: RecoveryExclusion,
  recoveredAt: number | null = null,
): Pick<RecoverySample, 'recoveredAt' | 'seconds' | 'exclusion'> {
  return { recoveredAt, seconds: null, exclusion };
}

/** The day on which a recovery counts; that of the incident where the one that the definition asks for is not known. */
export function dayOfRecovery(
  known: {
    deployment: string | null;
    incident: string;
    start: number | null;
    end: number | null;
  },
  { failures: { recoveryDay } }: DoraProfile,
  dayOfInstant: (instant: number) => string,
): string {
  if (recoveryDay === 'deployment' || recoveryDay === 'incident') {
    return known[recoveryDay] ?? known.incident;
  }
  const instant = known[recoveryDay];
  return instant === null ? known.incident : dayOfInstant(instant);
}
