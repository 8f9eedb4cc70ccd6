import type { DeliveryHistory } from '../../dora/DeliveryHistory';
import { readEvaluationSettings } from '../evaluation/evaluationSettings';
import type { CreateSloPart } from '../SloPart';
import { AuthorizedSloService } from './AuthorizedSloService';
import { OwnProposalReader } from './OwnProposalReader';
import { registerSloActions } from './sloActions';
import { SloDayReader } from './SloDayReader';
import { SloDependencyReader } from './SloDependencyReader';
import { SloDetailReader } from './SloDetailReader';
import { SloExplanationReader } from './SloExplanationReader';
import { SloFacts } from './SloFacts';
import { SloHistoryReader } from './SloHistoryReader';
import { SloListReader } from './SloListReader';
import { SloMarkReader } from './SloMarkReader';
import { SloProposalReader } from './SloProposalReader';
import type { SloReadStore } from './SloReadStore';
import { SloReportReader } from './SloReportReader';
import { addSloRoutes } from './sloRouter';
import { SloRuleWriter } from './SloRuleWriter';
import { SloSeriesReader } from './SloSeriesReader';
import { SloService } from './SloService';
import { SloStatusReader } from './SloStatusReader';
import { SloSummaryReader } from './SloSummaryReader';
import type { SloSurroundings } from './SloSurroundings';

/** Puts together what people and agents read about objectives. */
export function createReading({
  reads,
  delivery,
  surroundings,
}: {
  reads: SloReadStore;
  /** Absent: deliveries are no subject here. */
  delivery?: Pick<DeliveryHistory, 'list' | 'readOutcomes'>;
  surroundings: SloSurroundings;
}): CreateSloPart {
  return ground => {
    const { store, calendar, config } = ground;
    const { minimumEvents } = readEvaluationSettings(config);
    const shared = {
      ...ground,
      ...store,
      reads,
      surroundings,
      minimumEvents,
      zone: calendar.zone,
    };
    const days = new SloDayReader(shared);
    const statuses = new SloStatusReader({ ...shared, days });
    const lists = new SloListReader({ ...shared, statuses });
    const summaries = new SloSummaryReader(shared);
    const marks = new SloMarkReader({ ...shared, delivery });
    const service = new SloService({
      reads,
      statuses,
      lists,
      summaries,
      reports: new SloReportReader({
        ...shared,
        lists,
        summaries,
        dependencies: new SloDependencyReader(shared),
      }),
      details: new SloDetailReader(shared),
      series: new SloSeriesReader({ ...shared, days, marks }),
      explanations: new SloExplanationReader(shared),
      history: new SloHistoryReader(shared),
      proposals: new SloProposalReader({
        ...shared,
        days,
        own: delivery && new OwnProposalReader({ ...shared, delivery }),
      }),
      rules: new SloRuleWriter(shared),
    });
    const slos = new AuthorizedSloService({
      ...ground,
      service,
      gate: surroundings.gate,
      countsDeliveries: delivery !== undefined,
    });
    return {
      factProviders: [new SloFacts(shared)],
      addRoutes: router => addSloRoutes(router, { ...ground, slos }),
      registerActions: () =>
        registerSloActions({ ...ground, slos, gate: surroundings.gate }),
    };
  };
}
