import type { AttestationKind } from '@opmodel/backstage-plugin-opmodel-common';
import type { CreateScorecardPart } from '../ScorecardPart';
import { addAttestationRoutes } from './attestationRouter';
import { AttestationService } from './AttestationService';
import type { AttestationStore } from './AttestationStore';
import { AttestationTeller } from './AttestationTeller';
import type { AttestedFacts } from './AttestedFacts';
import { AuthorizedAttestationService } from './AuthorizedAttestationService';

/**
 * Puts attestations together.
 *
 * @param options - `attested`: whose providers are among those of the subject
 */
export function createAttestationsPart(options: {
  kinds: readonly AttestationKind[];
  store: AttestationStore;
  attested: AttestedFacts;
  /** Has what was told evaluated. */
  afterFacts: (signal?: AbortSignal) => Promise<void>;
}): CreateScorecardPart {
  const { afterFacts, kinds } = options;
  return ground => {
    const teller = new AttestationTeller({ ...ground, ...options });
    const attestations = new AuthorizedAttestationService({
      ...ground,
      service: new AttestationService({
        ...ground,
        ...options,
        teller,
        zone: ground.calendar.zone,
      }),
    });
    return {
      addRoutes: router =>
        addAttestationRoutes(router, {
          attestations,
          httpAuth: ground.httpAuth,
        }),
      // Where nothing may be vouched for, nobody tells it, and there is nobody to tell for.
      tasks:
        kinds.length === 0
          ? []
          : [
              {
                id: 'opmodel-scorecard-attestations',
                runner: ground.scheduler.createScheduledTaskRunner({
                  scope: 'global',
                  frequency: { minutes: 1 },
                  initialDelay: { seconds: 30 },
                  timeout: { minutes: 5 },
                }),
                async run(signal) {
                  await teller.tellChanged(signal);
                  await afterFacts(signal);
                },
              },
            ],
    };
  };
}
