import type {
  DayMetric,
  WeekStart,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { listDeployments } from './DatabaseDeploymentList';
import { whereSelectedDuring } from '../catalog/DatabaseComponentSelection';
import {
  listDurations,
  listLateRecoveries,
  listWindowDurations,
} from './DatabaseDurations';
import { listFailureStates } from './DatabaseFailureStates';
import { listIncidents } from './DatabaseIncidentList';
import { readMedians } from './DatabaseMedians';
import { countMembers } from './DatabaseMemberCounts';
import { listMembers } from './DatabaseMemberList';
import { listRevisions, readRevision } from './DatabaseRevision';
import { describeSelection } from './DatabaseSelectionState';
import { sumSeries } from './DatabaseSeries';
import { sumWindow } from './DatabaseWindowCounts';
import type { MemberPageRequest } from './doraMembers';
import type { DeploymentPageRequest, IncidentPageRequest } from './doraRecords';
import type {
  DaySpan,
  DoraSelection,
  DoraStore,
  DurationKind,
  EmptyDaysFrom,
  RecoverySpan,
  SeriesInterval,
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

  describe(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    options: { emptyDaysFrom: EmptyDaysFrom },
  ) {
    return describeSelection(
      this.#knex,
      calculation,
      selection,
      window,
      options,
    );
  }

  sumWindow(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    options: { weekStart: WeekStart },
  ) {
    return sumWindow(this.#knex, calculation, selection, window, options);
  }

  sumSeries(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { interval: SeriesInterval; metrics: readonly DayMetric[] },
  ) {
    return sumSeries(this.#knex, { calculation, selection, span, ...options });
  }

  listDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    span: RecoverySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ) {
    return listDurations(this.#knex, {
      calculation,
      kind,
      selection,
      span,
      range,
    });
  }

  listWindowDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    window: RecoverySpan & { previous: RecoverySpan },
    options: { limit: number; byEnvironment?: boolean },
  ) {
    return listWindowDurations(this.#knex, {
      calculation,
      kind,
      selection,
      window,
      ...options,
    });
  }

  listLateRecoveries(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { endedFrom: number; entityRefs?: string[] },
  ) {
    return listLateRecoveries(this.#knex, {
      calculation,
      selection,
      span,
      ...options,
    });
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

  listIncidents(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: IncidentPageRequest,
  ) {
    return listIncidents(this.#knex, { calculation, selection, span, page });
  }

  listFailureStates(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { openBefore: number },
  ) {
    return listFailureStates(this.#knex, {
      calculation,
      selection,
      span,
      ...options,
    });
  }
}
