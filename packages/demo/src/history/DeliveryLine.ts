import type { Pace } from '../organisation/DeliveryProfile';
import { ChangeDesk, type LineSetting } from './ChangeDesk';
import { drawUrgentChange } from './drawChange';
import type { Change, Deployment, Incident } from './facts';
import { IncidentLog } from './IncidentLog';
import { continuousMoments, trainMoment, type Waiting } from './releaseMoments';
import {
  drawRecovery,
  fixForward,
  rollBack,
  switchOff,
  type Recovery,
} from './recovery';
import { deploy, stageBefore, type Release } from './rollOut';
import { SeededRandom } from './SeededRandom';
import {
  DAY,
  HOUR,
  MINUTE,
  isoDay,
  nextWorkingMoment,
  wholeSeconds,
} from './workload';

/** Share of production deployments that fail by themselves and are tried again. */
const BROKEN_SHARE = 0.025;

/**
 * One component's way from commits to production, day by day. It only looks back: what a day brings forth depends on the days
 * before it, and everything it brings forth lies on that day or later.
 */
export class DeliveryLine {
  readonly changes: Change[] = [];
  readonly deployments: Deployment[] = [];

  readonly #setting: LineSetting;
  readonly #incidents: IncidentLog;
  readonly #desk: ChangeDesk;
  #waiting: (Waiting & { change: Change })[] = [];
  #live: Release | undefined;
  #blockedUntil = 0;
  #lastProductionAt = 0;
  #releaseCount = 0;

  constructor(setting: LineSetting) {
    this.#setting = setting;
    const { component, tier } = setting.profile;
    this.#incidents = new IncidentLog(component, tier);
    this.#desk = new ChangeDesk(setting);
  }

  get incidents(): readonly Incident[] {
    return this.#incidents.incidents;
  }

  get component(): string {
    return this.#setting.profile.component;
  }

  /** Changes that somebody begins on that day. Hand each to {@link accept} of all lines that it touches. */
  beginChanges(day: number): Change[] {
    const begun = this.#desk.beginChanges(
      day,
      this.#pace(day),
      this.#random(day, 'changes'),
    );
    this.changes.push(...begun);
    return begun;
  }

  /** Takes a change that the next release after its merge will carry. */
  accept(change: Change): void {
    if (change.mergedAt !== undefined) {
      this.#waiting.push({ change, readyAt: change.mergedAt });
    }
  }

  /** Releases what is ready on that day, and lets happen what happens anyway. */
  passDay(day: number): void {
    const { profile } = this.#setting;
    const [environment] = profile.reporting.production;
    if (environment === undefined) {
      return;
    }
    const random = this.#random(day, 'releases');
    const pace = this.#pace(day);
    if (pace.release.kind === 'continuous') {
      for (const moment of continuousMoments(day, this.#waiting)) {
        const settledAt = Math.max(moment, this.#blockedUntil);
        if (settledAt < day + DAY) {
          const bake = random.logNormal(35, 0.5) * MINUTE;
          this.#release(settledAt, settledAt + bake, pace, random);
        }
      }
    } else {
      const offset = this.component.length;
      const settledAt = trainMoment(day, pace.release, offset);
      if (settledAt !== undefined && this.#blockedUntil <= settledAt) {
        const leavesAt = day + DAY + random.between(9.5, 11.5) * HOUR;
        this.#release(settledAt, leavesAt, pace, random);
      }
    }
    if (this.#live) {
      const chance = this.#random(day, 'incidents');
      this.#incidents.passDay(day, environment, chance);
    }
  }

  #release(
    settledAt: number,
    plannedAt: number,
    pace: Pace,
    random: SeededRandom,
  ): void {
    const taken = this.#waiting.filter(({ readyAt }) => readyAt <= settledAt);
    if (taken.length === 0) {
      return;
    }
    this.#waiting = this.#waiting.filter(({ readyAt }) => readyAt > settledAt);
    const changes = taken.map(({ change }) => change);
    this.#releaseCount += 1;
    const release: Release = {
      component: this.component,
      version: `1.${this.#releaseCount}.0`,
      changes: changes.map(({ commitSha }) => commitSha),
      commitSha: changes[changes.length - 1].commitSha,
      hotfix: false,
      planned: true,
    };
    const { before, production } = this.#setting.profile.reporting;
    const staged = stageBefore(release, before, settledAt, random);
    this.deployments.push(...staged);
    let productionAt = wholeSeconds(
      Math.max(
        plannedAt,
        (staged.at(-1)?.finishedAt ?? 0) + 4 * MINUTE,
        this.#lastProductionAt + 6 * MINUTE,
      ),
    );
    if (random.chance(BROKEN_SHARE)) {
      this.deployments.push(
        deploy(release, production[0], productionAt, random, {
          attempt: 'failed',
        }),
      );
      productionAt = wholeSeconds(
        productionAt + random.between(30, 120) * MINUTE,
      );
    }
    const recovery = drawRecovery(pace.failureRate, this.#live, random);
    // Trouble shows in the first region and stops the roll-out there.
    const regions = recovery === undefined ? production : [production[0]];
    const deployed = regions.map((environment, place) =>
      deploy(release, environment, productionAt + place * 2 * HOUR, random),
    );
    this.deployments.push(...deployed);
    this.#lastProductionAt = productionAt;
    if (recovery === undefined) {
      this.#live = release;
    } else {
      this.#recover(recovery, release, changes, deployed[0], random);
    }
  }

  #recover(
    recovery: Recovery,
    release: Release,
    changes: Change[],
    culprit: Deployment,
    random: SeededRandom,
  ): void {
    const noticedAfter = Math.max(2, random.logNormal(25, 0.8)) * MINUTE;
    const detectedAt = wholeSeconds(culprit.finishedAt + noticedAfter);
    const mitigatedAt = this.#mitigate(
      recovery,
      release,
      changes,
      culprit,
      detectedAt,
      random,
    );
    this.#lastProductionAt = mitigatedAt;
    this.#incidents.noteRelease(culprit, detectedAt, mitigatedAt, random);
  }

  #mitigate(
    recovery: Recovery,
    release: Release,
    changes: Change[],
    culprit: Deployment,
    detectedAt: number,
    random: SeededRandom,
  ): number {
    switch (recovery) {
      case 'rollback':
        return this.#rollBack(changes, culprit, detectedAt, random);
      case 'switch-off':
        this.#live = release;
        return switchOff(detectedAt, random);
      default:
        return this.#fixForward(
          release,
          recovery === 'revert' ? random.pick(changes) : undefined,
          detectedAt,
          random,
        );
    }
  }

  /** After a rollback the changes leave again once they are mended. */
  #rollBack(
    changes: Change[],
    culprit: Deployment,
    detectedAt: number,
    random: SeededRandom,
  ): number {
    const rollback = rollBack(this.#live!, culprit, detectedAt, random);
    this.deployments.push(rollback);
    const mendedAt = rollback.finishedAt + random.between(2, 20) * HOUR;
    this.#blockedUntil = nextWorkingMoment(mendedAt, random);
    this.#waiting.unshift(
      ...changes.map(change => ({ change, readyAt: this.#blockedUntil })),
    );
    return rollback.finishedAt;
  }

  #fixForward(
    release: Release,
    reverted: Change | undefined,
    detectedAt: number,
    random: SeededRandom,
  ): number {
    const change = drawUrgentChange(
      this.#desk.nextIdentity(),
      detectedAt,
      reverted,
      random,
    );
    this.changes.push(change);
    const { production } = this.#setting.profile.reporting;
    const { fix, deployments } = fixForward(
      release,
      change,
      production,
      random,
    );
    this.deployments.push(...deployments);
    this.#live = fix;
    const [{ finishedAt }] = deployments;
    this.#blockedUntil = nextWorkingMoment(finishedAt, random);
    return finishedAt;
  }

  #pace(day: number): Pace {
    const { profile, yearFrom, yearTo } = this.#setting;
    return profile.pace((day - yearFrom) / (yearTo - yearFrom));
  }

  #random(day: number, purpose: string): SeededRandom {
    const { seed } = this.#setting;
    return new SeededRandom(seed, this.component, isoDay(day), purpose);
  }
}
