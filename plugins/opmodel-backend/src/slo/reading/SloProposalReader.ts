import { NotFoundError } from '@backstage/errors';
import {
  addDays,
  dayOf,
  type OwnSignal,
  ownDataSourceType,
  PROPOSAL_DAYS,
  proposeTarget,
  type SloProposal,
  type SloProposals,
} from '@opmodel/backstage-plugin-opmodel-common';
import { documentOf, writeOpenSlo } from '@opmodel/openslo';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { readOpenSloEntity } from '../definitions/readOpenSloEntities';
import type {
  SloDefinitionStore,
  StoredSlo,
} from '../definitions/SloDefinitionStore';
import { sourceTypeOf } from '../measurement/MeasurementPlan';
import { readOwnIndicator } from '../ownData/readOwnIndicator';
import type { OwnProposalReader } from './OwnProposalReader';
import type { ObjectiveOfDays, SloDayReader, TalliedDay } from './SloDayReader';
import type { SloReadStore } from './SloReadStore';

/** What {@link SloProposalReader} works with. */
interface SloProposalReaderOptions {
  catalog: Pick<CatalogStore, 'existingRefs' | 'getEntity' | 'getEntities'>;
  definitions: Pick<SloDefinitionStore, 'list'>;
  reads: Pick<SloReadStore, 'listMeasuring'>;
  days: SloDayReader;
  /** Absent: deliveries are no subject here. */
  own?: OwnProposalReader;
  zone: string;
  clock: () => number;
}

/**
 * Proposes objectives from the latest days of an entity: the targets that its objectives would bear, and objectives on its own records
 * where it has none of that kind. Of what nothing is known nothing is proposed.
 */
export class SloProposalReader {
  readonly #options: SloProposalReaderOptions;

  constructor(options: SloProposalReaderOptions) {
    this.#options = options;
  }

  /**
   * @param deliveries - of which entities the caller may know deliveries; null: of none
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async list(
    entityRef: string,
    visibility: Visibility,
    deliveries: Visibility | null,
  ): Promise<SloProposals> {
    const { catalog, definitions, reads, days, zone, clock } = this.#options;
    const subject = await catalog.getEntity(entityRef, visibility);
    if (!subject) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const to = dayOf(clock(), zone);
    const from = addDays(to, 1 - PROPOSAL_DAYS);
    const refs = (await reads.listMeasuring([entityRef], visibility)).map(
      ({ ref }) => ref,
    );
    const [slos, entities] = await Promise.all([
      definitions.list(refs),
      catalog.getEntities(refs, visibility),
    ]);
    const measured = slos.flatMap(slo =>
      slo.definition.objectives.map(
        ({ index }): ObjectiveOfDays => ({ slo, objective: index }),
      ),
    );
    const tallied = await days.readTallies(measured, { from, to });
    const targets = measured.flatMap((of, place) => {
      const entity = entities.find(({ ref }) => ref === of.slo.definition.ref);
      return entity ? [propose(of, tallied[place], entity)] : [];
    });
    const own = await this.#listOwn(subject, deliveries, { from, to, slos });
    return { from, to, items: [...targets, ...own] };
  }

  async #listOwn(
    entity: CatalogEntity,
    deliveries: Visibility | null,
    { slos, ...span }: { from: string; to: string; slos: readonly StoredSlo[] },
  ): Promise<SloProposal[]> {
    const { catalog, own } = this.#options;
    if (!own || deliveries === null) {
      return [];
    }
    const visible = await catalog.existingRefs([entity.ref], deliveries);
    return visible.has(entity.ref)
      ? own.list(entity, span, new Set(slos.flatMap(ownSignalsOf)))
      : [];
  }
}

/** The signals of own data that an SLO measures. */
function ownSignalsOf({ definition }: StoredSlo): OwnSignal[] {
  return definition.objectives.flatMap(objective => {
    if (
      objective.indicator === null ||
      sourceTypeOf(objective) !== ownDataSourceType
    ) {
      return [];
    }
    const read = readOwnIndicator(objective.indicator);
    return 'signal' in read ? read.signal : [];
  });
}

function propose(
  { slo, objective: index }: ObjectiveOfDays,
  tallied: readonly TalliedDay[],
  entity: CatalogEntity,
): SloProposal {
  const { definition } = slo;
  const objective = definition.objectives.find(of => of.index === index)!;
  const proposal = proposeTarget(
    tallied.flatMap(({ day, tally }) => (tally ? [{ day, tally }] : [])),
    definition.budgetingMethod,
  );
  return {
    title: objective.title ?? definition.title,
    indicator: objective.indicator?.type ?? 'none',
    target: proposal.target,
    state: proposal.state,
    days: proposal.days,
    worstDay: proposal.worstDay,
    attainment: proposal.attainment,
    wouldBeMetOn: proposal.weeksMet,
    document: writeProposed(entity, index, proposal.target),
    values: {
      slo: definition.ref,
      objective: index,
      n: proposal.n,
      present: objective.target,
      consumed: proposal.consumed,
    },
  };
}

/** The document with the target that is proposed; as it is where none is. */
function writeProposed(
  entity: CatalogEntity,
  index: number,
  target: number | null,
): string {
  const found = readOpenSloEntity(entity);
  if (!found) {
    return '';
  }
  const { value } = found.document as {
    value: { spec?: { objectives?: Record<string, unknown>[] } };
  };
  if (target === null || !Array.isArray(value.spec?.objectives)) {
    return writeOpenSlo(found.document);
  }
  const objectives = value.spec.objectives.map((written, place) => {
    if (place !== index) {
      return written;
    }
    // It may be said either way, and must not be said twice.
    const { targetPercent: _percent, ...rest } = written;
    return { ...rest, target };
  });
  return writeOpenSlo(
    documentOf({ ...value, spec: { ...value.spec, objectives } }),
  );
}
