import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { joinSelectedDays, whereSelectedDuring } from './DatabaseDoraSelection';
import { listDeployments } from './DatabaseDeploymentList';
import { countMembers } from './DatabaseMemberCounts';
import { listMembers } from './DatabaseMemberList';
import { readMedians } from './DatabaseLeadTimeMedians';
import { listRevisions, readRevision } from './DatabaseRevision';
import { describeSelection } from './DatabaseSelectionState';
import { sumWindow } from './DatabaseWindowCounts';
import type {
  DaySpan,
  DeploymentPageRequest,
  DoraSelection,
  DoraStore,
  MemberPageRequest,
  WindowSpans,
} from './DoraStore';

/** The DORA reads on SQLite and PostgreSQL. */
export class DatabaseDoraStore implements DoraStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  readRevision(calculation: string, selection: DoraSelection) {
    return readRevision(this.#knex, calculation, selection);
  }

  describe(calculation: string, selection: DoraSelection, window: WindowSpans) {
    return describeSelection(this.#knex, calculation, selection, window);
  }

  sumWindow(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
  ) {
    return sumWindow(this.#knex, calculation, selection, window);
  }

  async listLeadTimes(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]> {
    const rows: { lead_time: number | string }[] = await this.#knex(
      'dora_samples as sample',
    )
      .where('sample.calculation', calculation)
      .whereBetween('sample.day', [span.from, span.to])
      .where('sample.lead_time', '>=', range.from)
      .where('sample.lead_time', '<', range.to)
      .modify(query =>
        joinSelectedDays(query, selection, {
          entityRef: 'sample.entity_ref',
          day: 'sample.day',
        }),
      )
      .orderBy('sample.lead_time')
      .offset(range.offset)
      .limit(range.limit)
      .select('sample.lead_time');
    return rows.map(row => Number(row.lead_time));
  }

  async listWindowLeadTimes(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    limit: number,
  ): Promise<{ current: number[]; previous: number[] }> {
    const rows: { lead_time: number | string; day: string }[] =
      await this.#knex('dora_samples as sample')
        .where('sample.calculation', calculation)
        .whereBetween('sample.day', [window.previous.from, window.to])
        .whereNotNull('sample.lead_time')
        .modify(query =>
          joinSelectedDays(query, selection, {
            entityRef: 'sample.entity_ref',
            day: 'sample.day',
          }),
        )
        .orderBy('sample.lead_time')
        .limit(limit)
        .select('sample.lead_time', 'sample.day');
    const secondsOf = (isCurrent: boolean) =>
      rows
        .filter(({ day }) => day >= window.from === isCurrent)
        .map(row => Number(row.lead_time));
    return { current: secondsOf(true), previous: secondsOf(false) };
  }

  async includesAny(
    selection: DoraSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean> {
    const row = await this.#knex('entities as member')
      .modify(query => whereAnyOf(query, 'member.ref', entityRefs))
      .modify(query => whereSelectedDuring(query, selection, span))
      .first('member.ref');
    return row !== undefined;
  }

  listRevisions(calculation: string) {
    return listRevisions(this.#knex, calculation);
  }

  readMedians(calculation: string, span: DaySpan, entityRefs?: string[]) {
    return readMedians(this.#knex, { calculation, span, entityRefs });
  }

  listMembers(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: MemberPageRequest,
  ) {
    return listMembers(this.#knex, { calculation, selection, span, page });
  }

  countMembers(
    calculation: string,
    selection: DoraSelection,
    window: DaySpan & { previous?: DaySpan },
    entityRefs: string[],
  ) {
    return countMembers(this.#knex, {
      calculation,
      selection,
      window,
      entityRefs,
    });
  }

  listDeployments(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: DeploymentPageRequest,
  ) {
    return listDeployments(this.#knex, { calculation, selection, span, page });
  }
}
