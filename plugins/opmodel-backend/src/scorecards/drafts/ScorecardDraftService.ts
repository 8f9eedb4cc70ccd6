import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  diffDefinitions,
  examineScorecard,
  type FactExpressions,
  type NewScorecardDraft,
  type ScorecardDraft,
  type ScorecardDraftChange,
  type ScorecardPublication,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { readText } from '../../lib/readText';
import { hashDefinition } from '../definitions/hashDefinition';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import type { VisibleScorecards } from '../definitions/VisibleScorecards';
import { beginDraft } from './beginDraft';
import { refuseDeepSpec } from './refuseDeepSpec';
import type {
  ScorecardDraftRecord,
  ScorecardDraftStore,
} from './ScorecardDraftStore';
import {
  requireWritable,
  requireWriter,
  resourceOf,
  type ScorecardWriter,
} from './ScorecardWriters';

/** Whoever works on scorecards. */
export interface DraftCaller {
  writer: ScorecardWriter;
  /** Entities whose scorecards they may read. */
  reads: Visibility;
}

/** What drafts are made with. */
export interface ScorecardDraftServiceOptions {
  drafts: ScorecardDraftStore;
  expressions: FactExpressions;
  scorecards: ScorecardStore;
  visible: VisibleScorecards;
  /** IANA zone in which a day begins. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Lets people work on scorecards that are written in the portal, until one of them publishes what came of it.
 *
 * A draft is seen by whoever began it and by whoever may write the scorecard that it becomes. Each method throws NotAllowedError for
 * services and without the permission, and NotFoundError where there is no such draft that the caller may see.
 */
export class ScorecardDraftService {
  readonly #options: ScorecardDraftServiceOptions;

  constructor(options: ScorecardDraftServiceOptions) {
    this.#options = options;
  }

  /** Those that somebody may edit; none for whoever may write nothing. */
  async list(caller: DraftCaller): Promise<ScorecardDraft[]> {
    const drafts = await this.#options.drafts.list();
    return Promise.all(
      drafts
        .filter(draft => mayEdit(draft, caller.writer))
        .map(draft => this.#describe(draft, caller)),
    );
  }

  /** Ids of the drafts that somebody may edit, by the scorecard that they become. */
  async idsByScorecard(
    writer: ScorecardWriter,
  ): Promise<ReadonlyMap<string, string>> {
    const drafts = writer.mayWriteSome ? await this.#options.drafts.list() : [];
    return new Map(
      drafts
        .filter(draft => mayEdit(draft, writer))
        .map(({ scorecardRef, id }) => [scorecardRef, id]),
    );
  }

  async get(id: string, caller: DraftCaller): Promise<ScorecardDraft> {
    return this.#describe(await this.#find(id, caller), caller);
  }

  /**
   * @throws InputError naming the field
   * @throws ConflictError when the name is taken, or somebody is working on the scorecard already
   */
  async create(
    body: NewScorecardDraft,
    caller: DraftCaller,
  ): Promise<ScorecardDraft> {
    const { clock, drafts, scorecards, visible } = this.#options;
    const person = requireWriter(caller.writer);
    refuseDeepSpec(body.spec);
    const begun = await beginDraft(body, {
      find: ref => visible.find(ref, caller.reads),
      isTaken: async ref => (await scorecards.get(ref))?.removedAt === null,
    });
    if (begun.edited) {
      requireWritable(caller.writer, [resourceOf(begun.edited.definition)]);
    }
    const now = clock();
    const draft: ScorecardDraftRecord = {
      id: randomUUID(),
      scorecardRef: begun.ref,
      spec: begun.spec,
      ownerRef: this.#examine(begun).owner,
      basedOn: begun.edited?.version ?? null,
      revision: 1,
      createdBy: person,
      createdAt: now,
      updatedBy: person,
      updatedAt: now,
    };
    await drafts.add(draft);
    return this.#describe(draft, caller);
  }

  /** @throws ConflictError when somebody has saved it since it was read */
  async save(
    id: string,
    { spec, revision }: ScorecardDraftChange,
    caller: DraftCaller,
  ): Promise<ScorecardDraft> {
    const { clock, drafts } = this.#options;
    const { scorecardRef: ref } = await this.#find(id, caller);
    refuseDeepSpec(spec);
    const saved = await drafts.save(id, {
      revision,
      spec: spec as JsonObject,
      ownerRef: this.#examine({ ref, spec: spec as JsonObject }).owner,
      updatedBy: requireWriter(caller.writer),
      updatedAt: clock(),
    });
    return saved ? this.#describe(saved, caller) : refuseRevision();
  }

  async delete(id: string, caller: DraftCaller): Promise<void> {
    await this.#find(id, caller);
    await this.#options.drafts.delete(id);
  }

  /**
   * Makes a draft hold, as the next version, and throws it away.
   *
   * @returns the ref of the scorecard
   * @throws InputError where anything is wrong with it
   * @throws ConflictError when somebody has saved it, or published another version, since it was read
   */
  async publish(
    id: string,
    { revision, note }: ScorecardPublication,
    caller: DraftCaller,
  ): Promise<string> {
    const { clock, drafts, scorecards } = this.#options;
    const draft = await this.#find(id, caller);
    const reason = readText('note', note);
    const person = requireWriter(caller.writer);
    requireWritable(caller.writer, await this.#resourcesOf(draft));
    if (draft.revision !== revision) {
      refuseRevision();
    }
    const { definition, problems } = this.#examine({
      ref: draft.scorecardRef,
      spec: draft.spec,
    });
    if (definition === null || problems.length > 0) {
      const [{ path, message }] = problems;
      throw new InputError(
        `'spec${path && `.${path}`}' ${message}${
          problems.length > 1
            ? `, and ${problems.length - 1} more problems`
            : ''
        }: a scorecard is published when nothing is wrong with it`,
      );
    }
    await scorecards.publish(
      [
        {
          definition,
          origin: 'portal',
          definitionHash: hashDefinition(definition),
          spec: draft.spec,
          problems,
          publishedBy: person,
          note: reason,
          replaces: draft.basedOn,
        },
      ],
      { now: clock() },
    );
    await drafts.delete(id);
    return definition.ref;
  }

  /**
   * Ends a scorecard that is written in the portal.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws ConflictError when it is a document of the catalog
   */
  async retire(ref: string, caller: DraftCaller): Promise<void> {
    const { clock, scorecards, visible } = this.#options;
    requireWriter(caller.writer);
    const held = await visible.find(ref, caller.reads);
    if (held.origin === 'catalog') {
      throw new ConflictError(
        `${ref} is written in the catalog: it ends when its document is removed there`,
      );
    }
    requireWritable(caller.writer, [resourceOf(held.definition)]);
    await scorecards.remove([ref], { now: clock() });
  }

  async #find(
    id: string,
    { writer }: DraftCaller,
  ): Promise<ScorecardDraftRecord> {
    requireWriter(writer);
    const draft = await this.#options.drafts.get(id);
    if (!draft || !mayEdit(draft, writer)) {
      throw new NotFoundError(`No draft '${id}'`);
    }
    return draft;
  }

  /** What somebody must be allowed to write to publish a draft: what it becomes, and what it replaces. */
  async #resourcesOf({ scorecardRef: ref, ownerRef }: ScorecardDraftRecord) {
    const held = await this.#options.scorecards.get(ref);
    return [
      { ref, ownerRef },
      ...(held?.removedAt === null ? [resourceOf(held.definition)] : []),
    ];
  }

  async #describe(
    draft: ScorecardDraftRecord,
    { writer }: DraftCaller,
  ): Promise<ScorecardDraft> {
    const { id, scorecardRef, spec, basedOn, revision } = draft;
    const kept = await this.#options.scorecards.get(scorecardRef);
    const held = kept?.removedAt === null ? kept : null;
    const { definition, problems } = this.#examine({ ref: scorecardRef, spec });
    const resources = await this.#resourcesOf(draft);
    return {
      id,
      scorecardRef,
      name: scorecardRef.slice(scorecardRef.indexOf('/') + 1),
      spec,
      basedOn,
      isOutdated: (held?.version ?? null) !== basedOn,
      revision,
      problems: [...problems],
      changes: definition
        ? diffDefinitions(held?.definition ?? null, definition)
        : [],
      createdBy: draft.createdBy,
      createdAt: toInstant(draft.createdAt),
      updatedBy: draft.updatedBy,
      updatedAt: toInstant(draft.updatedAt),
      mayPublish: resources.every(resource => writer.mayWrite(resource)),
    };
  }

  #examine({ ref, spec }: { ref: string; spec: JsonObject }) {
    const { expressions, zone } = this.#options;
    const [namespace, name] = ref.slice(ref.indexOf(':') + 1).split('/');
    return examineScorecard({ namespace, name, spec }, expressions, { zone });
  }
}

function mayEdit(
  { createdBy, scorecardRef, ownerRef }: ScorecardDraftRecord,
  writer: ScorecardWriter,
): boolean {
  return (
    writer.mayWriteSome &&
    (createdBy === writer.person ||
      writer.mayWrite({ ref: scorecardRef, ownerRef }))
  );
}

function refuseRevision(): never {
  throw new ConflictError('Somebody has saved this draft since it was read');
}
