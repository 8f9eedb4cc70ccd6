import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  type Acceptance,
  dayOf,
  opmodelAcceptanceApprovePermission,
  opmodelAcceptanceRequestPermission,
  speaksFor,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import { toInstant } from '../lib/instants';
import { readText } from '../lib/readText';
import {
  type AcceptanceCaller,
  requireAcceptancePerson,
} from './AcceptanceCaller';
import type { AcceptanceReader } from './AcceptanceReader';
import type { AcceptanceInput } from './Acceptances';
import type { AcceptanceSettings } from './acceptanceSettings';
import type { AcceptanceStore, KeptAcceptance } from './AcceptanceStore';
import type { AcceptanceTeller } from './AcceptanceTeller';
import type { ApproverLookup } from './ApproverLookup';
import { isDone } from './isDone';
import { type Deed, planDeed } from './planDeed';
import { readRequest } from './readRequest';

/** What the service works with. */
export interface AcceptanceServiceOptions {
  store: Pick<AcceptanceStore, 'add' | 'change'>;
  reader: Pick<AcceptanceReader, 'find' | 'describe'>;
  catalog: Pick<CatalogStore, 'existingRefs' | 'getEntities'>;
  approvers: Pick<ApproverLookup, 'ruleOf'>;
  teller: Pick<AcceptanceTeller, 'tell'>;
  settings: AcceptanceSettings;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Lets somebody ask for something to be accepted until a day, and those whom the decision rights name decide. Nothing else decides
 * what is excused, excepted, overridden or handed over.
 */
export class AcceptanceService {
  readonly #options: AcceptanceServiceOptions;

  constructor(options: AcceptanceServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError that names the field
   * @throws NotFoundError when an entity or the receiving group does not exist or may not be seen
   * @throws NotAllowedError for a service, and without the permission for one of the entities
   * @throws ConflictError when the same is asked for already
   */
  async request(
    input: AcceptanceInput,
    caller: AcceptanceCaller,
  ): Promise<Acceptance> {
    const { store, approvers, settings, clock } = this.#options;
    const person = requireAcceptancePerson(caller, 'ask for acceptances');
    const now = clock();
    const read = readRequest(input, this.#dayOf(now), settings);
    await this.#requireEntities(read, caller);
    await this.#requirePermission(
      read.entityRefs,
      caller.requests,
      opmodelAcceptanceRequestPermission.name,
    );
    const rule = await approvers.ruleOf({ ...read, requestedBy: person });
    const kept: KeptAcceptance = {
      ...read,
      ...rule,
      id: randomUUID(),
      state: 'requested',
      requestedBy: person,
      requestedAt: now,
      decidedAt: null,
      decidedBy: null,
      approvals: [],
      history: [
        {
          kind: 'requested',
          at: now,
          by: person,
          note:
            read.urgentUntil === undefined
              ? null
              : `Holds at once until ${toInstant(
                  read.urgentUntil,
                )}, before anybody has decided`,
          approverRefs: rule.approvers.map(({ ref }) => ref),
          approvalsNeeded: rule.approvalsNeeded,
        },
      ],
      revision: 1,
    };
    await store.add(kept, caller.reads);
    return this.#told(kept, caller);
  }

  /**
   * Approves or denies. Whoever decides is looked up again, because the organisation may have changed since it was asked for.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError when the caller has asked for it, is no approver, or lacks the permission
   * @throws InputError when it is denied without a note
   * @throws ConflictError that says what became of it, when it is decided already
   */
  async decide(
    id: string,
    verdict: { kind: 'approve' | 'deny'; note?: string },
    caller: AcceptanceCaller,
  ): Promise<Acceptance> {
    const { reader, approvers } = this.#options;
    const person = requireAcceptancePerson(caller, 'decide on acceptances');
    const kept = await reader.find(id, caller);
    const note = readNote(verdict.note, verdict.kind === 'deny');
    const rule = await approvers.ruleOf(kept);
    await this.#requirePermission(
      kept.entityRefs,
      caller.approves,
      opmodelAcceptanceApprovePermission.name,
    );
    return this.#do({ kind: verdict.kind, note, person, rule }, id, caller);
  }

  /**
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError when somebody else asked for it
   * @throws ConflictError that says what became of it, when it is decided already
   */
  async withdraw(
    id: string,
    body: { note?: string },
    caller: AcceptanceCaller,
  ): Promise<Acceptance> {
    const { reader } = this.#options;
    const person = requireAcceptancePerson(caller, 'withdraw requests');
    const { requestedBy } = await reader.find(id, caller);
    if (requestedBy !== person) {
      throw new NotAllowedError(
        `Only ${requestedBy}, who asked for it, may withdraw it`,
      );
    }
    const note = readNote(body.note, false);
    return this.#do({ kind: 'withdraw', note, person }, id, caller);
  }

  /**
   * Ends what was approved before its time. Whoever asked for it may, and whoever decides on it.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError for everybody else
   * @throws InputError without a note, and for a hand-over, which is done
   * @throws ConflictError that says where it stands, when it does not hold
   */
  async revoke(
    id: string,
    body: { note?: string },
    caller: AcceptanceCaller,
  ): Promise<Acceptance> {
    const { reader, approvers } = this.#options;
    const person = requireAcceptancePerson(caller, 'revoke acceptances');
    const kept = await reader.find(id, caller);
    const note = readNote(body.note, true);
    if (kept.requestedBy !== person) {
      await this.#requirePermission(
        kept.entityRefs,
        caller.approves,
        opmodelAcceptanceApprovePermission.name,
      );
      const rule = await approvers.ruleOf(kept);
      if (!rule.approvers.some(one => speaksFor(one, caller.refs))) {
        throw new NotAllowedError(
          `${person} is none of the approvers of '${id}', and in none of their groups`,
        );
      }
    }
    if (isDone(kept)) {
      throw new InputError(
        `'${id}' has no end that could come earlier; ask for the opposite instead`,
      );
    }
    return this.#do({ kind: 'revoke', note, person }, id, caller);
  }

  async #do(
    deed: Omit<Deed, 'refs' | 'now' | 'today'>,
    id: string,
    caller: AcceptanceCaller,
  ): Promise<Acceptance> {
    const { store, clock } = this.#options;
    const now = clock();
    const today = this.#dayOf(now);
    const kept = await store.change(id, current =>
      planDeed(current, { ...deed, refs: caller.refs, now, today }),
    );
    return this.#told(kept, caller);
  }

  async #told(
    kept: KeptAcceptance,
    caller: AcceptanceCaller,
  ): Promise<Acceptance> {
    await this.#options.teller.tell(kept);
    return this.#options.reader.describe(kept, caller);
  }

  async #requireEntities(
    {
      entityRefs,
      receivingRef,
    }: Pick<AcceptanceInput, 'entityRefs' | 'receivingRef'>,
    { reads }: AcceptanceCaller,
  ): Promise<void> {
    const refs = receivingRef ? [...entityRefs, receivingRef] : entityRefs;
    const existing = await this.#options.catalog.existingRefs(refs, reads);
    const missing = refs.find(ref => !existing.has(ref));
    if (missing !== undefined) {
      throw new NotFoundError(`No entity '${missing}' in the catalog`);
    }
  }

  async #requirePermission(
    entityRefs: readonly string[],
    allowed: Visibility,
    permission: string,
  ): Promise<void> {
    const { catalog } = this.#options;
    const covered = await catalog.getEntities(entityRefs, allowed, {
      includeRemoved: true,
    });
    const missing = entityRefs.find(
      ref => !covered.some(entity => entity.ref === ref),
    );
    if (missing !== undefined) {
      throw new NotAllowedError(
        `This takes the permission ${permission} for '${missing}'`,
      );
    }
  }

  #dayOf(now: number): string {
    return dayOf(now, this.#options.zone);
  }
}

function readNote(note: string | undefined, isNeeded: boolean): string | null {
  if (note === undefined) {
    if (isNeeded) {
      throw new InputError("'note' must say why");
    }
    return null;
  }
  return readText('note', note);
}
