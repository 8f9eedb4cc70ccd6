import { DateTime } from 'luxon';
import { dayOf } from '@opmodel/backstage-plugin-opmodel-common';
import { isEqual } from 'lodash';
import {
  beginningOfTime,
  diffSpans,
  rewritePast,
  sortSpans,
  type Span,
} from './diffSpans';
import {
  ownershipHistoryAnnotation,
  parseOwnershipHistory,
  type PastOwner,
} from './ownershipHistory';
import type { ScanPlan } from './planScan';
import { kindOfRef, type ScopeNode, scopesOfOwners } from './scopesOf';
import type { EntityPast, SnapshotBasis } from './SnapshotStore';

/** Spans that replace those stored, by entity ref. */
export interface EntitySpans {
  scopes: Map<string, Span<string>[]>;
  owners: Map<string, Span<number>[]>;
}

/** When a scan takes place. */
export interface ScanMoment {
  /** Epoch milliseconds. */
  now: number;
  /** IANA zone of the days. */
  zone: string;
}

/**
 * While the catalog reads an entity for the first time, what is around it arrives bit by bit: its owner before the groups
 * above. What is seen within this time is taken for how it has always been. Milliseconds.
 */
export const settlingMs = 60 * 60 * 1000;

/** Kinds that are never owned. */
const kindsWithoutOwner = ['group', 'user', 'location'];

function startOfDay(day: string, zone: string): number {
  return DateTime.fromISO(day, { zone }).startOf('day').toMillis();
}

function pastOwnerSpans(owners: readonly PastOwner[]): Span<string>[] {
  return owners.map(({ ownerRef, until }, i) => ({
    ref: ownerRef,
    from: i === 0 ? beginningOfTime : owners[i - 1].until,
    to: until,
  }));
}

function rewriteScopes(
  spans: Span<string>[],
  owners: readonly PastOwner[],
  nodes: ReadonlyMap<string, ScopeNode>,
): Span<string>[] {
  const history = pastOwnerSpans(owners).flatMap(({ ref, from, to }) =>
    [...scopesOfOwners(ref === undefined ? [] : [ref], nodes)].map(scope => ({
      ref: scope,
      from,
      to,
    })),
  );
  const until = owners[owners.length - 1].until;
  return rewritePast(
    spans,
    history,
    until,
    ref => ref !== undefined && kindOfRef(ref) === 'group',
  );
}

function rewriteOwners(
  spans: Span<number>[],
  owners: readonly PastOwner[],
  zone: string,
): Span<number>[] {
  const history = pastOwnerSpans(owners).map(({ ref, from, to }) => ({
    ref,
    from: from === beginningOfTime ? 0 : startOfDay(from, zone),
    to: startOfDay(to!, zone),
  }));
  const until = startOfDay(owners[owners.length - 1].until, zone);
  return rewritePast(spans, history, until, () => true);
}

/**
 * The spans of every entity that a scan touched: what ends, what begins, and what an ownership history says about the
 * time before.
 *
 * @param past - what is known of the entities that are not new
 * @returns only the entities whose spans differ from those stored
 */
export function spansOfScan(
  plan: ScanPlan,
  past: ReadonlyMap<string, EntityPast>,
  basis: SnapshotBasis,
  { now, zone }: ScanMoment,
): EntitySpans {
  const today = dayOf(now, zone);
  const spans: EntitySpans = { scopes: new Map(), owners: new Map() };
  const keep = (
    ref: string,
    scopes: Span<string>[],
    owners: Span<number>[],
  ) => {
    const before = past.get(ref);
    if (!isEqual(scopes, sortSpans(before?.scopes ?? []))) {
      spans.scopes.set(ref, scopes);
    }
    if (!isEqual(owners, sortSpans(before?.owners ?? []))) {
      spans.owners.set(ref, owners);
    }
  };

  const changed = new Map(plan.changed.map(entity => [entity.ref, entity]));
  for (const [ref, scopesNow] of plan.scopes) {
    const known = basis.fingerprints.get(ref);
    const before = past.get(ref);
    const isSettling = !known || now - known.firstSeenAt < settlingMs;
    const stored = isSettling ? undefined : before;
    let scopes = diffSpans(stored?.scopes ?? [], scopesNow, {
      at: today,
      since: stored ? today : beginningOfTime,
    });
    const entity = changed.get(ref);
    const isOwned = !kindsWithoutOwner.includes(kindOfRef(ref));
    let owners = stored?.owners ?? [];
    const ownerRefs = plan.nodes.get(ref)?.ownerRefs ?? [];
    if (isOwned) {
      owners = diffSpans(owners, [ownerRefs[0]], {
        at: now,
        since: stored ? now : 0,
      });
    }
    const text = entity
      ? entity.annotations[ownershipHistoryAnnotation]
      : before?.ownershipHistory;
    if (isOwned && (isSettling || text !== before?.ownershipHistory)) {
      const history = parseOwnershipHistory(text, today);
      if (history.owners.length > 0) {
        scopes = rewriteScopes(scopes, history.owners, plan.nodes);
        owners = rewriteOwners(owners, history.owners, zone);
      }
    }
    keep(ref, scopes, owners);
  }

  for (const ref of plan.removed) {
    const before = past.get(ref);
    const ended = { at: today, since: today };
    keep(
      ref,
      diffSpans(before?.scopes ?? [], [], ended),
      diffSpans(before?.owners ?? [], [], { at: now, since: now }),
    );
  }
  return spans;
}
