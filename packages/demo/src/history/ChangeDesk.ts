import type { DeliveryProfile, Pace } from '../organisation/DeliveryProfile';
import { commitOf, drawChange, type ChangeIdentity } from './drawChange';
import type { Change } from './facts';
import type { SeededRandom } from './SeededRandom';
import { DAY, workloadOn } from './workload';

/** Share of changes in a shared repository that touch a second component. */
const SHARED_SHARE = 0.12;

/** Where a line stands: which of the repository's components it is, and where the first year lies. */
export interface LineSetting {
  seed: string;
  profile: DeliveryProfile;
  /** Components of the repository, this one among them. */
  siblings: string[];
  /** Beginning and end of the first year, epoch milliseconds. */
  yearFrom: number;
  yearTo: number;
}

/** Where the people of one component begin changes and number them. */
export class ChangeDesk {
  readonly #setting: LineSetting;
  #changeCount = 40;

  constructor(setting: LineSetting) {
    this.#setting = setting;
  }

  /** The changes that somebody begins on a day. */
  beginChanges(day: number, pace: Pace, random: SeededRandom): Change[] {
    const { profile, siblings } = this.#setting;
    const count = this.#drawCount(day, pace, random);
    const others = siblings.filter(name => name !== profile.component);
    return Array.from({ length: count }, () => {
      const shared = others.length > 0 && random.chance(SHARED_SHARE);
      return drawChange(
        this.nextIdentity(shared ? [random.pick(others)] : []),
        day,
        pace,
        profile.withoutReview ?? false,
        random,
      );
    });
  }

  /**
   * The number and the commit of the next change.
   *
   * @param others - components of the repository that it touches as well
   */
  nextIdentity(others: string[] = []): ChangeIdentity {
    const { seed, profile, siblings } = this.#setting;
    const { component, repository } = profile;
    this.#changeCount += 1;
    // Numbers of a shared repository are dealt out in turn, so that each desk can count on its own.
    const number =
      this.#changeCount * siblings.length + siblings.indexOf(component);
    return {
      number,
      repository,
      components: [component, ...others],
      commitSha: commitOf(seed, repository, number),
    };
  }

  #drawCount(day: number, pace: Pace, random: SeededRandom): number {
    const { profile, yearTo } = this.#setting;
    if (profile.onlyChangesDaysBefore && day < yearTo) {
      const daysBefore = (yearTo - day) / DAY;
      return profile.onlyChangesDaysBefore.includes(daysBefore) ? 1 : 0;
    }
    const abandoned = profile.abandonedDaysBefore;
    if (abandoned !== undefined && day >= yearTo - abandoned * DAY) {
      return 0;
    }
    return random.poisson((pace.changesPerWeek / 5) * workloadOn(day));
  }
}
