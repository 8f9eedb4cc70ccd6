import { NotFoundError } from '@backstage/errors';
import type {
  DayWindow,
  SloBucketPage,
  SloDays,
  SloDetail,
  SloExplanation,
  SloPage,
  SloProblemPage,
  SloProposals,
  SloReport,
  SloRules,
  SloSeries,
  SloSummary,
  SloWindowPage,
  UncoveredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import { COMPOSITE_OBJECTIVE } from '../evaluation/SloEvaluationStore';
import type { SloDetailReader } from './SloDetailReader';
import type { SloExplanationReader } from './SloExplanationReader';
import type { BucketsRequest, SloHistoryReader } from './SloHistoryReader';
import type {
  PageOf,
  ProblemsRequest,
  SloListReader,
  SlosRequest,
} from './SloListReader';
import type { SloProposalReader } from './SloProposalReader';
import type { SloReadStore } from './SloReadStore';
import type { SloReportReader } from './SloReportReader';
import type { RuleFormat, SloRuleWriter } from './SloRuleWriter';
import type { SloSeriesReader } from './SloSeriesReader';
import type { ReadSlo, SloStatusReader } from './SloStatusReader';
import type { SloSummaryReader } from './SloSummaryReader';

/** An objective that is asked for. */
export interface ObjectiveRequest {
  /** Of the SLO. */
  ref: string;
  /** Its place in the document. */
  objective: number;
}

/** What {@link SloService} works with. */
interface SloServiceOptions {
  reads: Pick<SloReadStore, 'find'>;
  statuses: SloStatusReader;
  reports: SloReportReader;
  lists: SloListReader;
  summaries: SloSummaryReader;
  details: SloDetailReader;
  series: SloSeriesReader;
  explanations: SloExplanationReader;
  history: SloHistoryReader;
  proposals: SloProposalReader;
  rules: SloRuleWriter;
}

/** What people read about service level objectives. Everything takes what the caller may see. */
export class SloService {
  readonly #options: SloServiceOptions;

  constructor(options: SloServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  getReport(
    request: PageOf & { entityRef: string },
    visibility: Visibility,
  ): Promise<Omit<SloReport, 'gate'>> {
    return this.#options.reports.read(request, visibility);
  }

  /**
   * @param options - `deliveries`: of which entities the caller may know deliveries; null: of none
   * @throws NotFoundError when the entity does not exist or may not be seen
   */
  listProposals(
    entityRef: string,
    visibility: Visibility,
    { deliveries }: { deliveries: Visibility | null },
  ): Promise<SloProposals> {
    return this.#options.proposals.list(entityRef, visibility, deliveries);
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  list(request: SlosRequest, visibility: Visibility): Promise<SloPage> {
    return this.#options.lists.list(request, visibility);
  }

  getSummary(
    filter: ComponentFilter,
    visibility: Visibility,
  ): Promise<SloSummary> {
    return this.#options.summaries.read({ filter, visibility });
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  listUncovered(
    request: PageOf & { filter?: ComponentFilter },
    visibility: Visibility,
  ): Promise<UncoveredEntityPage> {
    return this.#options.lists.listUncovered(request, visibility);
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  listProblems(
    request: ProblemsRequest,
    visibility: Visibility,
  ): Promise<SloProblemPage> {
    return this.#options.lists.listProblems(request, visibility);
  }

  writeRules(
    { filter, format }: { filter: ComponentFilter; format: RuleFormat },
    visibility: Visibility,
  ): Promise<SloRules> {
    return this.#options.rules.write({ filter, visibility }, format);
  }

  /**
   * @throws NotFoundError when the SLO does not exist or may not be seen
   */
  async getDetail(
    ref: string,
    visibility: Visibility,
  ): Promise<Omit<SloDetail, 'mayCorrect'>> {
    return this.#options.details.read(
      await this.#find(ref, visibility),
      visibility,
    );
  }

  /**
   * @param options - `deliveries`: of which entities the caller may know deliveries; null: of none
   * @throws NotFoundError when the SLO or its objective does not exist or may not be seen
   */
  async getSeries(
    { window, ...request }: ObjectiveRequest & { window: DayWindow },
    visibility: Visibility,
    { deliveries }: { deliveries: Visibility | null },
  ): Promise<SloSeries> {
    return this.#options.series.readSeries(
      await this.#findObjective(request, visibility),
      request.objective,
      window,
      deliveries,
    );
  }

  /**
   * @throws NotFoundError when the SLO or its objective does not exist or may not be seen
   */
  async listDays(
    { window, ...request }: ObjectiveRequest & { window: DayWindow },
    visibility: Visibility,
  ): Promise<SloDays> {
    return this.#options.series.readDays(
      await this.#findObjective(request, visibility),
      request.objective,
      window,
    );
  }

  /**
   * Also of a composite as a whole, which is kept beside its objectives.
   *
   * @throws NotFoundError when the SLO or its objective does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listWindows(
    request: ObjectiveRequest & PageOf,
    visibility: Visibility,
  ): Promise<SloWindowPage> {
    return this.#options.history.listWindows(
      await this.#findObjective(request, visibility, { orWhole: true }),
      request,
    );
  }

  /**
   * @throws NotFoundError when the SLO or its objective does not exist or may not be seen
   */
  async explain(
    request: ObjectiveRequest,
    visibility: Visibility,
  ): Promise<SloExplanation> {
    return this.#options.explanations.explain(
      await this.#findObjective(request, visibility),
      request.objective,
    );
  }

  /**
   * @throws NotFoundError when the SLO or its objective does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listBuckets(
    request: ObjectiveRequest & BucketsRequest,
    visibility: Visibility,
  ): Promise<SloBucketPage> {
    return this.#options.history.listBuckets(
      await this.#findObjective(request, visibility),
      request,
    );
  }

  async #find(ref: string, visibility: Visibility): Promise<ReadSlo> {
    const { reads, statuses } = this.#options;
    const found = await reads.find(ref, visibility);
    const [read] =
      found === undefined ? [] : await statuses.read([found], visibility);
    if (!read) {
      throw new NotFoundError(`No SLO '${ref}' in the catalog`);
    }
    return read;
  }

  async #findObjective(
    { ref, objective }: ObjectiveRequest,
    visibility: Visibility,
    { orWhole = false }: { orWhole?: boolean } = {},
  ): Promise<ReadSlo> {
    const read = await this.#find(ref, visibility);
    const { objectives, composite } = read.slo.definition;
    const isWhole = orWhole && composite && objective === COMPOSITE_OBJECTIVE;
    if (!isWhole && !objectives.some(({ index }) => index === objective)) {
      throw new NotFoundError(`No objective ${objective} of SLO '${ref}'`);
    }
    return read;
  }
}
