import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  addDays,
  dayOf,
  type DebtItem,
  type DebtReportContent,
  type DebtReportEdit,
  debtReportLimits,
  type DescribedDebtReport,
  readDebtReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import {
  type DebtCaller,
  requireDebtAction,
  requireSomeDebtAction,
} from '../items/DebtCaller';
import type { DebtItemStore } from '../items/DebtItemStore';
import { type DebtReportDescriber, resourceOf } from './DebtReportDescriber';
import type { DebtReportStore, KeptDebtReport } from './DebtReportStore';

/** What reports are kept with. */
export interface DebtReportServiceOptions {
  store: DebtReportStore;
  items: Pick<DebtItemStore, 'get'>;
  catalog: Pick<CatalogStore, 'existingRefs'>;
  describer: DebtReportDescriber;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Files, changes and links reports of what debt cost. */
export class DebtReportService {
  readonly #options: DebtReportServiceOptions;

  constructor(options: DebtReportServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async get(id: string, caller: DebtCaller): Promise<DescribedDebtReport> {
    const report = await this.#find(id, caller);
    return this.#options.describer.describe(report, caller);
  }

  /**
   * @throws NotAllowedError without the permission
   * @throws InputError that names the fields
   */
  async create(body: object, caller: DebtCaller): Promise<DescribedDebtReport> {
    const { store, describer, clock } = this.#options;
    requireSomeDebtAction(caller, 'create');
    const content = this.#read(body);
    await this.#requireNamed(content, caller);
    const now = clock();
    const report: KeptDebtReport = {
      day: this.#today(),
      hoursLost: null,
      teamRef: null,
      itemId: null,
      // The description of the API asks for both.
      ...(content as Pick<DebtReportContent, 'entityRef' | 'what'>),
      id: randomUUID(),
      version: 1,
      reportedBy: caller.ref,
      createdAt: now,
      updatedAt: now,
    };
    requireDebtAction(caller, 'create', resourceOf(report));
    await store.create(report);
    return describer.describe(report, caller);
  }

  /**
   * Changes what is said of a report. Who may change an item may also say that it is the cause of a report, or that it is not; to take
   * the report from another item they have to be allowed to change that one as well.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission for it
   * @throws InputError that names the fields
   * @throws ConflictError when somebody else changed it
   */
  async change(
    id: string,
    { version, ...body }: DebtReportEdit,
    caller: DebtCaller,
  ): Promise<DescribedDebtReport> {
    const { store, describer, clock } = this.#options;
    requireSomeDebtAction(caller, 'update');
    const content = this.#read(body);
    const before = await this.#find(id, caller);
    const linked = await this.#requireNamed(content, caller);
    const was = await this.#itemOf(before.itemId, caller);
    await this.#requireChange(before, content, caller, { was, linked });
    refuseChanged(before, version);
    const given = await this.#keepHidden(before, content, caller, was);
    const after = { ...before, ...given };
    if (isSame(before, after)) {
      return describer.describe(before, caller);
    }
    const report = { ...after, version: version + 1, updatedAt: clock() };
    if (!(await store.replace(report))) {
      refuseChanged(await this.#find(id, caller), version);
    }
    return describer.describe(report, caller);
  }

  /**
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission for it
   * @throws ConflictError when somebody else changed it
   */
  async remove(id: string, version: number, caller: DebtCaller): Promise<void> {
    requireSomeDebtAction(caller, 'delete');
    const report = await this.#find(id, caller);
    requireDebtAction(caller, 'delete', resourceOf(report));
    refuseChanged(report, version);
    if (!(await this.#options.store.remove(id, version))) {
      refuseChanged(await this.#find(id, caller), version);
    }
  }

  async #find(id: string, { reads }: DebtCaller): Promise<KeptDebtReport> {
    const report = await this.#options.store.get(id, reads);
    if (!report) {
      throw new NotFoundError(`No debt report '${id}'`);
    }
    return report;
  }

  #today(): string {
    return dayOf(this.#options.clock(), this.#options.zone);
  }

  #read(body: object): Partial<DebtReportContent> {
    const today = this.#today();
    const { content, problems } = readDebtReport(
      body as Record<string, unknown>,
      {
        today,
        earliest: addDays(today, -debtReportLimits.daysAgo),
        now: this.#options.clock(),
      },
    );
    if (problems.length > 0) {
      throw new InputError(
        problems
          .slice(0, 20)
          .map(({ field, message }) => `'${field}' ${message}`)
          .join('; '),
      );
    }
    return content;
  }

  /**
   * What is hidden is refused in the words that are used of what does not exist.
   *
   * @returns the item that is named
   */
  async #requireNamed(
    { entityRef, teamRef, itemId }: Partial<DebtReportContent>,
    caller: DebtCaller,
  ): Promise<DebtItem | undefined> {
    const { catalog } = this.#options;
    const named = { entityRef, teamRef: teamRef ?? undefined };
    const refs = Object.values(named).flatMap(ref => ref ?? []);
    const existing = await catalog.existingRefs(refs, caller.reads);
    for (const [field, ref] of Object.entries(named)) {
      if (ref !== undefined && !existing.has(ref)) {
        throw new InputError(
          `'${field}' must be ${
            field === 'teamRef' ? 'a group' : 'an entity'
          } of the catalog, got '${ref}'`,
        );
      }
    }
    const item = await this.#itemOf(itemId ?? null, caller);
    if (itemId && !item) {
      throw new InputError(
        `'itemId' must be an item of the register, got '${itemId}'`,
      );
    }
    return item;
  }

  async #itemOf(
    itemId: string | null,
    { reads }: DebtCaller,
  ): Promise<DebtItem | undefined> {
    return itemId === null ? undefined : this.#options.items.get(itemId, reads);
  }

  /** @throws NotAllowedError */
  async #requireChange(
    before: KeptDebtReport,
    content: Partial<DebtReportContent>,
    caller: DebtCaller,
    { was, linked }: { was: DebtItem | undefined; linked?: DebtItem },
  ): Promise<void> {
    const onlyLinks = Object.keys(content).every(field => field === 'itemId');
    const items = [was, linked].flatMap(item => item ?? []);
    const mayAsItem =
      onlyLinks &&
      items.length > 0 &&
      items.every(item => caller.mayDo('update', item)) &&
      !(await this.#isHidden(before.itemId, was));
    if (!mayAsItem && !caller.mayDo('update', resourceOf(before))) {
      throw new NotAllowedError(
        'This takes the permission opmodel.tech-debt.update for this report, or for the item that it is linked to',
      );
    }
    if (content.teamRef !== undefined) {
      requireDebtAction(
        caller,
        'update',
        resourceOf({ ...before, teamRef: content.teamRef }),
      );
    }
  }

  /** Whether a report is linked to an item that somebody does not see, and not to one that was deleted. */
  async #isHidden(
    itemId: string | null,
    seen: DebtItem | undefined,
  ): Promise<boolean> {
    return (
      itemId !== null &&
      seen === undefined &&
      (await this.#options.items.get(itemId, seesAll)) !== undefined
    );
  }

  /** Who does not see what a report names cannot have meant to take it away. */
  async #keepHidden(
    before: KeptDebtReport,
    content: Partial<DebtReportContent>,
    { reads }: DebtCaller,
    was: DebtItem | undefined,
  ): Promise<Partial<DebtReportContent>> {
    const kept = { ...content };
    if (content.itemId === null && before.itemId !== null && !was) {
      delete kept.itemId;
    }
    const { teamRef } = before;
    if (content.teamRef === null && teamRef !== null) {
      const { catalog } = this.#options;
      const [seen, existing] = await Promise.all([
        catalog.existingRefs([teamRef], reads),
        catalog.existingRefs([teamRef], seesAll),
      ]);
      if (existing.has(teamRef) && !seen.has(teamRef)) {
        delete kept.teamRef;
      }
    }
    return kept;
  }
}

function refuseChanged(current: KeptDebtReport, version: number): void {
  if (current.version !== version) {
    throw new ConflictError(
      `Debt report '${current.id}' was changed in the meantime: 'version' is ${current.version}, not ${version}`,
    );
  }
}

function isSame(before: KeptDebtReport, after: KeptDebtReport): boolean {
  const fields = Object.keys(before) as (keyof KeptDebtReport)[];
  return fields.every(field => before[field] === after[field]);
}
