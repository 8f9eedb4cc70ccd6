import type { Tier } from '../organisation/DeliveryProfile';
import {
  drawBackgroundCause,
  drawIncident,
  hasBackgroundIncident,
  isNamed,
} from './drawIncident';
import type { Deployment, Incident } from './facts';
import type { SeededRandom } from './SeededRandom';
import { HOUR, wholeSeconds } from './workload';

/** Share of incidents for which the people on call wrote down the deployment that caused them. */
const EXPLICIT_SHARE = 0.6;

/** The incidents of one component. An earlier one may come back. */
export class IncidentLog {
  readonly incidents: Incident[] = [];

  readonly #component: string;
  readonly #tier: Tier;

  constructor(component: string, tier: Tier) {
    this.#component = component;
    this.#tier = tier;
  }

  /** A release did harm and was mended; often enough that is worth an incident. */
  noteRelease(
    culprit: Deployment,
    detectedAt: number,
    mitigatedAt: number,
    random: SeededRandom,
  ): void {
    if (!isNamed(this.#tier, random)) {
      return;
    }
    const explicit = random.chance(EXPLICIT_SHARE);
    this.#add(
      {
        environment: culprit.environment,
        startedAt: culprit.finishedAt,
        detectedAt,
        mitigatedAt,
        causeClass: 'change',
        ...(explicit && { deployment: culprit.id }),
      },
      random,
    );
  }

  /** On some days something happens that no release caused. */
  passDay(day: number, environment: string, random: SeededRandom): void {
    if (!hasBackgroundIncident(this.#tier, random)) {
      return;
    }
    this.#add(
      {
        environment,
        startedAt: wholeSeconds(day + random.between(0, 24) * HOUR),
        causeClass: drawBackgroundCause(random),
      },
      random,
    );
  }

  #add(
    circumstances: Omit<
      Parameters<typeof drawIncident>[0],
      'component' | 'tier' | 'earlier'
    >,
    random: SeededRandom,
  ): void {
    const incident = drawIncident(
      {
        ...circumstances,
        component: this.#component,
        tier: this.#tier,
        earlier: this.incidents,
      },
      random,
    );
    this.incidents.push(incident);
  }
}
