import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Acceptance,
  NewHandOver,
  OwnershipDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  AcceptanceRecord,
  Acceptances,
} from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { readText } from '../../lib/readText';
import type { OwnershipCaller } from '../OwnershipCaller';
import { requireReviewer } from './requireReviewer';
import type { ReviewEvent, ReviewStore } from './ReviewStore';

/** What the end of a hand-over is in the history of the entity. What lapsed was not taken. */
const endings: Partial<
  Record<
    AcceptanceRecord['state'],
    { kind: ReviewEvent['kind']; note: string | null }
  >
> = {
  approved: { kind: 'hand_over_accepted', note: null },
  denied: { kind: 'hand_over_denied', note: null },
  withdrawn: { kind: 'hand_over_withdrawn', note: null },
  lapsed: { kind: 'hand_over_denied', note: 'Nobody decided in time' },
};

/**
 * Lets an owner ask another group to take an entity over. The group decides; when it accepts, somebody changes the owner where the
 * catalog has it from, for which the words are ready. Nothing is changed in the catalog from here.
 */
export class HandOverService {
  readonly #options: {
    store: Pick<ReviewStore, 'add'>;
    acceptances: Acceptances;
    catalog: CatalogStore;
    definition: OwnershipDefinition;
  };

  constructor(options: {
    store: Pick<ReviewStore, 'add'>;
    acceptances: Acceptances;
    catalog: CatalogStore;
    definition: OwnershipDefinition;
  }) {
    this.#options = options;
    options.acceptances.onChanged('hand_over', record => this.keep(record));
  }

  /**
   * @throws NotFoundError when the entity or the group does not exist or may not be seen
   * @throws NotAllowedError for a service, without the permissions, and for whoever does not answer for the entity
   * @throws ConflictError when nobody owns it, or a hand-over waits already
   * @throws InputError that names the field
   */
  async request(
    entityRef: string,
    body: NewHandOver,
    caller: OwnershipCaller,
    credentials: BackstageCredentials,
  ): Promise<Acceptance> {
    const { acceptances, catalog } = this.#options;
    const reason = readText('reason', body.reason);
    const toRef = readText('toRef', body.toRef).toLocaleLowerCase('en-US');
    const entity = await catalog.getEntity(entityRef, caller.reads);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const { ownerRef } = await requireReviewer(entity, caller, this.#options);
    const receiving = await catalog.getEntity(toRef, caller.reads);
    if (receiving?.kind !== 'group') {
      throw new InputError(
        `'toRef' must be the ref of a group in the catalog, such as group:default/shop, got '${body.toRef}'`,
      );
    }
    if (toRef === ownerRef) {
      throw new InputError(`'toRef' must be another group than the owner`);
    }
    return acceptances.request(
      {
        subject: 'hand_over',
        title: `Hand-over of ${entity.title ?? entity.name} to ${
          receiving.title ?? receiving.name
        }`,
        entityRefs: [entityRef],
        riskLevel: 'low',
        reason,
        expiresOn: null,
        receivingRef: toRef,
        details: {
          fromRef: ownerRef,
          toRef,
          snippet: `spec:\n  owner: ${toRef}\n`,
        },
      },
      credentials,
    );
  }

  /** Keeps in the history of the entity what became of a hand-over. Keeping the same twice changes nothing. */
  async keep(record: AcceptanceRecord): Promise<void> {
    const { store } = this.#options;
    const { id, details, receivingRef, reason, state } = record;
    const common = {
      ownerRef: typeof details.fromRef === 'string' ? details.fromRef : null,
      toRef: receivingRef ?? null,
    };
    const ending = endings[state];
    for (const entityRef of record.entityRefs) {
      await store.add({
        ...common,
        entityRef,
        id: `${id}-requested`,
        kind: 'hand_over_requested',
        at: record.requestedAt,
        by: record.requestedBy,
        note: reason,
      });
      if (ending) {
        await store.add({
          ...common,
          ...ending,
          entityRef,
          id: `${id}-${state}`,
          at: record.decidedAt ?? record.requestedAt,
          by: record.decidedBy,
        });
      }
    }
  }
}
