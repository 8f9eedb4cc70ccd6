import type {
  LadderCount,
  OwnershipDefinition,
  OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import type { Visibility } from '../catalog/Visibility';
import type { AssessedState } from './AssessmentStore';

/** By what the list of ownership is ordered. */
export type OwnershipOrder = 'name' | 'rung' | 'tier' | 'due' | 'reviewed';

/** Where in the list a row is. */
export interface OwnershipPosition {
  value: string | number | null;
  entityRef: string;
}

/** One page of the list. */
export interface OwnershipListRequest {
  order: OwnershipOrder;
  descending: boolean;
  /** Only entities with this gap. */
  gap?: OwnershipGap;
  /** Only entities with a gap whose day is before this one, or with none such. */
  overdue?: { before: string; is: boolean };
  limit: number;
  after?: OwnershipPosition;
}

/** An entity with its ladder, as the list has it. */
export interface OwnershipStateRow
  extends Omit<AssessedState, 'rungs' | 'gaps'> {
  gaps: OwnershipGap[];
  name: string;
  title: string | null;
  /** Title or name in lower case. */
  sortName: string;
  kind: string;
  type: string | null;
  lifecycle: string | null;
  systemRef: string | null;
  /** The earliest day by which a gap is to be closed. */
  dueDay: string | null;
}

/** Entities that came to a number of rungs, or ceased to be there, on a day. */
export interface LadderChange extends LadderCount {
  /** ISO day; a change before the span is told of its first day. */
  day: string;
  /** Below 0: so many fewer. */
  entities: number;
}

/** By when a gap is to be closed. */
export interface GapDateRecord {
  entityRef: string;
  gap: OwnershipGap;
  /** ISO day. */
  dueDay: string;
  note: string | null;
  /** Entity ref of whoever set it. */
  setBy: string;
  /** Epoch milliseconds. */
  setAt: number;
}

/** An entity whose ownership somebody has to look at. */
export interface OwnershipFinding {
  entityRef: string;
  title: string;
  ownerRef: string | null;
  tier: string | null;
  gaps: readonly OwnershipGap[];
  /** Since when it is as it is, ISO day. */
  sinceDay: string;
  expiresAt: number | null;
  /** Its gaps whose day has passed, the earliest first. */
  overdue: readonly Pick<GapDateRecord, 'gap' | 'dueDay'>[];
}

/** Reads what was assessed, as far as the caller may see; and keeps by when gaps are to be closed. */
export interface OwnershipStore {
  /** The ladder of an entity; undefined for what is not to be owned, or may not be seen. */
  getState(
    entityRef: string,
    visibility: Visibility,
  ): Promise<AssessedState | undefined>;

  listRows(
    selection: ComponentSelection,
    request: OwnershipListRequest,
  ): Promise<{ items: OwnershipStateRow[]; total: number }>;

  /** How many entities of each tier reach how many rungs now. */
  countLadder(selection: ComponentSelection): Promise<LadderCount[]>;

  /**
   * How many entities had each gap on an ISO day; without those that none had.
   *
   * @param selection - `then`: what belonged to the scope on that day
   */
  countGaps(
    selection: ComponentSelection,
    day: string,
  ): Promise<ReadonlyMap<OwnershipGap, number>>;

  /**
   * How the counts came about day by day. Added up to a day, they are the counts of that day.
   *
   * @param selection - `then`: each day what belonged to the scope on it
   */
  listChanges(
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<LadderChange[]>;

  /** What counts in the scope and is not to be owned by the definition. Groups, people and locations own nothing but are owned by none. */
  countLeftOut(
    selection: ComponentSelection,
    definition: Pick<OwnershipDefinition, 'kinds' | 'excludedLifecycles'>,
  ): Promise<{ kindNotOwned: number; lifecycleLeftOut: number }>;

  /** The days on which another definition began to count, oldest first; not the first of all. */
  listDefinitionChanges(): Promise<string[]>;

  /**
   * What somebody has to look at: no owner where the tier asks for one, an owner that is not there, a confirmation that ran out,
   * and gaps whose day has passed.
   */
  listFindings(
    selection: ComponentSelection,
    asked: { tiers: readonly string[]; today: string },
  ): Promise<OwnershipFinding[]>;

  /** Sets the day of a gap, in place of one that was set before. */
  setGapDate(date: GapDateRecord): Promise<void>;

  /** @returns whether there was one */
  removeGapDate(
    key: Pick<GapDateRecord, 'entityRef' | 'gap'>,
  ): Promise<boolean>;

  /** The dates of entities, in the order of days. */
  listGapDates(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<GapDateRecord[]>;
}
