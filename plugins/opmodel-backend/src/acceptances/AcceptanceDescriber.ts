import {
  type Acceptance,
  dayOf,
  deedOfTime,
  speaksFor,
  whoDecides,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import { toInstant } from '../lib/instants';
import type { AcceptanceCaller } from './AcceptanceCaller';
import type { KeptAcceptance } from './AcceptanceStore';
import { isDone } from './isDone';
import { awaitedRefs } from './standingAgreement';

/** What the catalog knows of the refs that a page of acceptances names. */
interface KnownRefs {
  /** Those that the caller may see, also where the catalog no longer has them. */
  seen: ReadonlyMap<string, CatalogEntity>;
  /** Those that are in the catalog and that the caller may not see. */
  hidden: ReadonlySet<string>;
  /** Entities about which the caller may decide. */
  decidable: ReadonlySet<string>;
}

/** Says what an acceptance is to whoever asks, and what he may do with it. A group that he may not see is not named. */
export class AcceptanceDescriber {
  readonly #catalog: CatalogStore;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    catalog: CatalogStore;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * @param acceptances - that the caller may see
   */
  async describe(
    acceptances: readonly KeptAcceptance[],
    caller: AcceptanceCaller,
  ): Promise<Acceptance[]> {
    if (acceptances.length === 0) {
      return [];
    }
    const known = await this.#read(acceptances, caller);
    const today = dayOf(this.#clock(), this.#zone);
    return acceptances.map(kept => describeOne(kept, known, caller, today));
  }

  async #read(
    acceptances: readonly KeptAcceptance[],
    { reads, approves }: AcceptanceCaller,
  ): Promise<KnownRefs> {
    const entityRefs = new Set(acceptances.flatMap(one => one.entityRefs));
    const others = acceptances.flatMap(({ approvers, history, ...one }) => [
      ...approvers.map(({ ref }) => ref),
      ...history.flatMap(({ approverRefs }) => approverRefs ?? []),
      ...one.approvals.flatMap(({ asRef }) => asRef ?? []),
      // What a subject notes with its request may be the ref of a group.
      ...Object.values(one.details).filter(value => typeof value === 'string'),
    ]);
    const refs = new Set([...entityRefs, ...others]);
    const [seen, existing, decidable] = await Promise.all([
      this.#catalog.getEntities(refs, reads, { includeRemoved: true }),
      this.#catalog.getEntities(refs, seesAll, { includeRemoved: true }),
      this.#catalog.existingRefs(entityRefs, approves),
    ]);
    const seenByRef = new Map(seen.map(entity => [entity.ref, entity]));
    return {
      seen: seenByRef,
      hidden: new Set(
        existing.map(({ ref }) => ref).filter(ref => !seenByRef.has(ref)),
      ),
      decidable,
    };
  }
}

function describeOne(
  kept: KeptAcceptance,
  { seen, hidden, decidable }: KnownRefs,
  caller: AcceptanceCaller,
  today: string,
): Acceptance {
  const { person } = caller;
  const { state, requestedBy, expiresOn, entityRefs } = kept;
  const titleOf = (ref: string) =>
    seen.get(ref)?.title ?? seen.get(ref)?.name ?? ref;
  const isShown = (ref: string) => !hidden.has(ref);
  const isMine = requestedBy === person;
  const isOver = deedOfTime(state, kept, today) !== undefined;
  const mayJudge =
    person !== null && entityRefs.every(ref => decidable.has(ref));
  const isApprover = kept.approvers.some(one => speaksFor(one, caller.refs));
  return {
    id: kept.id,
    subject: kept.subject,
    subjectRef: kept.subjectRef ?? null,
    title: kept.title,
    entities: entityRefs.map(ref => ({
      ref,
      title: titleOf(ref),
      ownerRef: seen.get(ref)?.ownerRef ?? null,
    })),
    riskLevel: kept.riskLevel,
    reason: kept.reason,
    compensatingControl: kept.compensatingControl ?? null,
    requestedBy,
    requestedAt: toInstant(kept.requestedAt),
    decideBy: kept.decideBy,
    approvers: kept.approvers
      .filter(({ ref }) => isShown(ref))
      .map(({ ref, rightId }) => ({
        ref,
        title: titleOf(ref),
        exists: seen.has(ref) && seen.get(ref)!.removedAt === undefined,
        rightId,
      })),
    approvalsNeeded: kept.approvalsNeeded,
    approvals: kept.approvals.map(({ at, asRef, ...approval }) => ({
      ...approval,
      at: toInstant(at),
      asRef: asRef !== null && isShown(asRef) ? asRef : null,
    })),
    expiresOn,
    maximumDays: kept.maximumDays,
    state,
    details: Object.fromEntries(
      Object.entries(kept.details).map(([name, value]) => [
        name,
        typeof value === 'string' && !isShown(value) ? null : value,
      ]),
    ),
    history: kept.history.map(({ at, approverRefs, ...event }) => ({
      ...event,
      at: toInstant(at),
      approverRefs: approverRefs && approverRefs.filter(isShown),
    })),
    mayDecide:
      state === 'requested' &&
      !isOver &&
      mayJudge &&
      bringsFurther(kept, { ref: person, refs: caller.refs }),
    mayWithdraw: state === 'requested' && isMine,
    mayRevoke:
      state === 'approved' &&
      !isDone(kept) &&
      !isOver &&
      (isMine || (mayJudge && isApprover)),
  };
}

/** Whether the approval of a person is awaited, which is what puts a request into his inbox. */
function bringsFurther(
  kept: KeptAcceptance,
  person: { ref: string; refs: ReadonlySet<string> },
): boolean {
  const role = whoDecides(
    {
      approvers: kept.approvers,
      requestedBy: kept.requestedBy,
      decidedBy: kept.approvals.map(({ by }) => by),
    },
    person,
  );
  const awaited = awaitedRefs(kept);
  return role.decides && role.asRefs.some(ref => awaited.has(ref));
}
