import { NotFoundError } from '@backstage/errors';
import {
  addDays,
  dayOf,
  PROPOSAL_DAYS,
  proposeTarget,
  type SloProposal,
  type SloProposals,
} from '@opmodel/backstage-plugin-opmodel-common';
import { documentOf, writeOpenSlo } from '@opmodel/openslo';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { readOpenSloEntity } from '../definitions/readOpenSloEntities';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { ObjectiveOfDays, SloDayReader, TalliedDay } from './SloDayReader';
import type { SloReadStore } from './SloReadStore';

/** What {@link SloProposalReader} works with. */
interface SloProposalReaderOptions {
  catalog: Pick<CatalogStore, 'getEntity' | 'getEntities'>;
  definitions: Pick<SloDefinitionStore, 'list'>;
  reads: Pick<SloReadStore, 'listMeasuring'>;
  days: SloDayReader;
  zone: string;
  clock: () => number;
}

/** Proposes objectives from what was measured of an entity in the latest days. Of what was never measured nothing is proposed. */
export class SloProposalReader {
  readonly #options: SloProposalReaderOptions;

  constructor(options: SloProposalReaderOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  async list(entityRef: string, visibility: Visibility): Promise<SloProposals> {
    const { catalog, definitions, reads, days, zone, clock } = this.#options;
    if (!(await catalog.getEntity(entityRef, visibility))) {
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
    return {
      from,
      to,
      items: measured.flatMap((of, place) => {
        const entity = entities.find(
          ({ ref }) => ref === of.slo.definition.ref,
        );
        return entity ? [propose(of, tallied[place], entity)] : [];
      }),
    };
  }
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
