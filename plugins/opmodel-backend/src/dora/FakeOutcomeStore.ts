import { groupBy, sortBy } from 'lodash';
import { FakeDeliveryStore } from './FakeDeliveryStore';
import type {
  DeploymentTally,
  EntityOutcomes,
  OpenIncident,
  OutcomeRequest,
  OutcomeStore,
} from './OutcomeStore';

interface Keyed {
  source: string;
  subject: string;
}

/** How well things went for entities, in memory. */
export class FakeOutcomeStore
  extends FakeDeliveryStore
  implements OutcomeStore
{
  async readOutcomes(
    calculation: string,
    requests: readonly OutcomeRequest[],
    { tallySeconds }: { tallySeconds: number },
  ): Promise<EntityOutcomes[]> {
    return requests.map(request => {
      const result = this.resultOf(calculation, request.entityRef);
      return {
        firstDeploymentDay: result?.firstDeploymentDay ?? null,
        firstIncidentDay: result?.firstIncidentDay ?? null,
        deployments: this.#tally(calculation, request, tallySeconds * 1_000),
        incidents: this.#incidents(calculation, request),
      };
    });
  }

  #tally(
    calculation: string,
    { entityRef, from, to }: OutcomeRequest,
    tallyMs: number,
  ): DeploymentTally[] {
    const facts = this.factsOf(entityRef);
    const result = this.resultOf(calculation, entityRef);
    const judged = (result?.delivery.deployments ?? [])
      .filter(
        ({ at, exclusion }) => exclusion === null && at >= from && at < to,
      )
      .map(verdict => ({
        at: verdict.at - (verdict.at % tallyMs),
        failed: verdict.failed,
        environment:
          facts.deployments.find(fact => isSame(fact, verdict))?.environment ??
          null,
      }));
    const tallied = Object.values(
      groupBy(judged, ({ at, environment }) =>
        JSON.stringify([at, environment]),
      ),
    ).map(together => ({
      at: together[0].at,
      environment: together[0].environment,
      deployments: together.length,
      failed: together.filter(({ failed }) => failed).length,
    }));
    return sortBy(tallied, 'at');
  }

  #incidents(
    calculation: string,
    { entityRef, from, to }: OutcomeRequest,
  ): OpenIncident[] {
    const facts = this.factsOf(entityRef);
    const verdicts =
      this.resultOf(calculation, entityRef)?.delivery.incidents ?? [];
    return sortBy(verdicts, 'at').flatMap(verdict => {
      const fact = facts.incidents.find(of => isSame(of, verdict));
      const end = fact && (fact.mitigatedAt ?? fact.resolvedAt);
      return fact === undefined ||
        end === undefined ||
        fact.withdrawn ||
        verdict.at >= to ||
        (end !== null && end <= from)
        ? []
        : // The facts of incidents do not say where they were.
          [{ from: verdict.at, to: end, environment: null }];
    });
  }
}

function isSame(a: Keyed, b: Keyed): boolean {
  return a.source === b.source && a.subject === b.subject;
}
