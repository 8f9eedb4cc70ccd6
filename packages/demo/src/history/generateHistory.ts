import type { Board, DeliveryProfile } from '../organisation/DeliveryProfile';
import { DeliveryLine } from './DeliveryLine';
import { drawPipelineRuns } from './drawPipelineRuns';
import { drawWorkItem } from './drawWorkItem';
import type {
  Change,
  Deployment,
  History,
  PipelineRun,
  WorkItem,
} from './facts';
import { isInSeason, rhythmOf } from './planningRhythm';
import { SeededRandom } from './SeededRandom';
import { DAY, isoDay, weekNumber, workloadOn } from './workload';

/** Days generated before the history starts, so that it starts with changes under way. */
const WARM_UP = 60 * DAY;

/**
 * How long before the first start pipelines began to tell of their runs. A year of them would be as many events as all of the rest,
 * and tell no more.
 */
const BUILDS_SINCE = 120 * DAY;

/** While a period is planned more tickets are written, at other times fewer. */
const WRITTEN = { inSeason: 2, otherwise: 0.7 };

/** What a history depends on, and on nothing else. */
export interface HistoryOptions {
  seed: string;
  /** Midnight of the day of the first start, epoch milliseconds. */
  anchorDay: number;
  /** Days before the anchor day that the history holds. */
  days: number;
  /** Midnight of the last day to generate; a later one adds to what an earlier one gives and changes none of it. */
  throughDay: number;
  profiles: readonly DeliveryProfile[];
}

/**
 * All that happens to the demo organisation from `days` before the anchor day to the end of a day, with the ends, after it, of
 * what began by then.
 */
export function generateHistory(options: HistoryOptions): History {
  const repositories = new Map<string, DeliveryProfile[]>();
  for (const profile of options.profiles) {
    const siblings = repositories.get(profile.repository) ?? [];
    repositories.set(profile.repository, [...siblings, profile]);
  }
  const history: History = {
    changes: [],
    deployments: [],
    incidents: [],
    workItems: options.profiles.flatMap(profile => drawBoard(profile, options)),
    pipelineRuns: [],
  };
  for (const siblings of repositories.values()) {
    const lines = runLines(siblings, options);
    for (const line of lines) {
      history.changes.push(...line.changes);
      history.deployments.push(...line.deployments);
      history.incidents.push(...line.incidents);
      history.pipelineRuns.push(...drawBuilds(line, siblings, options));
    }
  }
  return withoutWarmUp(history, historyStart(options));
}

/** Midnight of the first day of the history. */
export function historyStart(
  options: Pick<HistoryOptions, 'anchorDay' | 'days'>,
): number {
  return options.anchorDay - options.days * DAY;
}

function runLines(
  siblings: DeliveryProfile[],
  options: HistoryOptions,
): DeliveryLine[] {
  const yearFrom = historyStart(options);
  const lines = siblings.map(
    profile =>
      new DeliveryLine({
        seed: options.seed,
        profile,
        siblings: siblings.map(({ component }) => component),
        yearFrom,
        yearTo: options.anchorDay,
      }),
  );
  for (let day = yearFrom - WARM_UP; day <= options.throughDay; day += DAY) {
    for (const change of lines.flatMap(line => line.beginChanges(day))) {
      lines
        .filter(line => change.components.includes(line.component))
        .forEach(line => line.accept(change));
    }
    lines.forEach(line => line.passDay(day));
  }
  return lines;
}

function drawBoard(
  profile: DeliveryProfile,
  options: HistoryOptions,
): WorkItem[] {
  const { component, board } = profile;
  const items: WorkItem[] = [];
  if (!board) {
    return items;
  }
  const yearFrom = historyStart(options);
  for (let day = yearFrom; day <= options.throughDay; day += DAY) {
    const random = new SeededRandom(
      options.seed,
      component,
      isoDay(day),
      'tickets',
    );
    const count = random.poisson(
      (board.ticketsPerWeek / 5) * shareWrittenOn(day, board) * workloadOn(day),
    );
    const progress = (day - yearFrom) / (options.anchorDay - yearFrom);
    for (let number = 1; number <= count; number += 1) {
      items.push(
        drawWorkItem(component, board, { day, number, progress }, random),
      );
    }
  }
  return items;
}

/** Tickets that are written on a day, as a share of the usual number. */
function shareWrittenOn(day: number, board: Board): number {
  const rhythm = rhythmOf(board);
  if (!rhythm) {
    return board.rhythm ? shareOfBatch(day, board.rhythm) : 1;
  }
  return isInSeason(day, rhythm) ? WRITTEN.inSeason : WRITTEN.otherwise;
}

/** What does not come in the other weeks comes in the one of the batch. */
function shareOfBatch(
  day: number,
  { everyWeeks, quietShare }: NonNullable<Board['rhythm']>,
): number {
  return weekNumber(day) % everyWeeks === 0
    ? everyWeeks - (everyWeeks - 1) * quietShare
    : quietShare;
}

function drawBuilds(
  line: DeliveryLine,
  siblings: DeliveryProfile[],
  { anchorDay }: HistoryOptions,
): PipelineRun[] {
  const { builds } = siblings.find(
    ({ component }) => component === line.component,
  )!;
  const since = anchorDay - BUILDS_SINCE;
  return builds
    ? line.changes
        .filter(change => endOf(change) >= since)
        .flatMap(change => drawPipelineRuns(line.component, change, builds))
        .filter(({ queuedAt }) => queuedAt >= since)
    : [];
}

/** Drops what was over before the history starts; it was generated only so that the history starts in full swing. */
function withoutWarmUp(history: History, start: number): History {
  const deployments = history.deployments.filter(
    ({ finishedAt }) => finishedAt >= start,
  );
  const incidents = history.incidents.filter(
    ({ startedAt }) => startedAt >= start,
  );
  const kept = new Set(incidents.map(({ id }) => id));
  const carried = carriedBy(deployments);
  return {
    changes: history.changes.filter(
      change => endOf(change) >= start || carried.has(change.commitSha),
    ),
    deployments,
    incidents: incidents.map(({ recurrenceOf, ...incident }) =>
      recurrenceOf !== undefined && kept.has(recurrenceOf)
        ? { ...incident, recurrenceOf }
        : incident,
    ),
    workItems: history.workItems,
    pipelineRuns: history.pipelineRuns,
  };
}

function endOf(change: Change): number {
  return change.mergedAt ?? change.abandonedAt ?? Infinity;
}

function carriedBy(deployments: Deployment[]): Set<string> {
  return new Set(deployments.flatMap(({ changes }) => changes));
}
