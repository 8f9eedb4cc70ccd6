import { InputError } from '@backstage/errors';
import {
  type DoraProfile,
  type DoraProfileId,
  type ExcludedPeriod,
  WorkingCalendar,
  type WorkingDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import { identifyWorkingDays } from '../workingDaysIdentity';

/** A definition with the name of the rows that are kept for it. */
export interface EnabledDefinition {
  profile: DoraProfile;
  /** Names the definition, its version and the zone; the rows that are read carry it. */
  calculation: string;
  /** What change lead time counts; absent: all time. */
  workingTime?: WorkingCalendar;
}

/** The definition of ours: the others compute what the tool of their name computes, and none of them knows working days. */
const WORKING_TIME_PROFILE: DoraProfileId = 'dora-2026';

/** Grows with every change of what is kept of a calculation: replicas of two versions must not write the same rows. */
const ROWS_VERSION = 3;

/**
 * Names what changes a DORA number or its rows beside the facts: the profile, its version, the zone of the days, those of the
 * calendar that count for nothing, and the working days where change lead time counts only these.
 */
export function doraCalculation(
  { id, version }: Pick<DoraProfile, 'id' | 'version'>,
  zone: string,
  excludedPeriods: readonly ExcludedPeriod[] = [],
  workingDays?: WorkingDays,
): string {
  const days = excludedPeriods.map(({ from, to }) => `${from} ${to}`).sort();
  const excluded =
    days.length === 0
      ? []
      : [
          createHash('sha256')
            .update(days.join('\n'))
            .digest('hex')
            .slice(0, 12),
        ];
  const working = workingDays ? [identifyWorkingDays(workingDays)] : [];
  return [id, version, zone, ROWS_VERSION, ...excluded, ...working].join('/');
}

/** The definitions that numbers are kept for. */
export class EnabledDefinitions {
  /** In the order in which they are offered. */
  readonly list: readonly EnabledDefinition[];
  /** The one that holds where none is chosen. */
  readonly default: EnabledDefinition;

  /**
   * @param profiles - at least one, the default among them
   * @param options - `zone`: IANA zone in which days begin; `excludedPeriods`: days of the calendar that count for nothing;
   *   `workingDays`: those that change lead time counts, where a definition may; null or absent: all time
   */
  constructor(
    profiles: readonly DoraProfile[],
    options: {
      zone: string;
      defaultProfile: DoraProfileId;
      excludedPeriods?: readonly ExcludedPeriod[];
      workingDays?: WorkingDays | null;
    },
  ) {
    const { zone, excludedPeriods, workingDays } = options;
    this.list = profiles.map(profile => {
      const days =
        profile.id === WORKING_TIME_PROFILE
          ? workingDays ?? undefined
          : undefined;
      return {
        profile,
        calculation: doraCalculation(profile, zone, excludedPeriods, days),
        workingTime: days && new WorkingCalendar(zone, days),
      };
    });
    this.default = this.choose(options.defaultProfile);
  }

  /** The names of all rows that are kept. */
  get calculations(): string[] {
    return this.list.map(({ calculation }) => calculation);
  }

  /**
   * @param id - absent: the default
   * @throws InputError for a definition that is not known or not enabled
   */
  choose(id: string | undefined): EnabledDefinition {
    if (id === undefined) {
      return this.default;
    }
    const found = this.list.find(({ profile }) => profile.id === id);
    if (!found) {
      const ids = this.list.map(({ profile }) => profile.id).join(', ');
      throw new InputError(
        `'profile' must be a definition that is enabled here (${ids}), got '${id}'`,
      );
    }
    return found;
  }
}
