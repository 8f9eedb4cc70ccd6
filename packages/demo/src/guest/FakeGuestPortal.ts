import { ResponseError } from '@backstage/errors';
import type {
  Acceptance,
  Attestation,
  Campaign,
  Decision,
  GapDate,
  OwnershipReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { GuestApi, GuestPortal } from './GuestPortal';

type Kept<T, Known extends keyof T> = Pick<T, Known>;

/** A portal that keeps what its guest enters in memory. */
export class FakeGuestPortal implements GuestPortal {
  readonly decisions: Kept<
    Decision,
    'id' | 'title' | 'supersedes' | 'reviewOn' | 'links'
  >[] = [];
  readonly acceptances: (Kept<Acceptance, 'subject' | 'title'> & {
    entityRefs: string[];
  })[] = [];
  readonly gapDates: Kept<GapDate, 'entityRef' | 'gap' | 'dueDay'>[] = [];
  readonly campaigns: Kept<Campaign, 'title' | 'scorecardRef'>[] = [];
  readonly attestations: (Kept<Attestation, 'name'> & {
    entityRef: string;
  })[] = [];
  readonly debts: { externalId: string; title: string; ownerRef: string }[] =
    [];
  readonly debtReports: { itemId: string; teamRef: string; day: string }[] = [];
  /** Whether somebody without an account may enter. */
  open = true;
  /** The status with which writes about an entity are answered. */
  readonly refuses = new Map<string, number>();

  async enter(): Promise<GuestApi | null> {
    return this.open ? this.#api : null;
  }

  readonly #api = {
    listDecisions: async ({ text = '' } = {}) => ({
      // A search finds every decision that has the words.
      items: this.decisions.filter(({ title }) =>
        text.split(' ').every(word => title.includes(word)),
      ),
    }),
    createDecision: async (body: any) => {
      await this.#judge(body.entityRefs[0]);
      const decision = { ...body, id: `decision-${this.decisions.length}` };
      this.decisions.push(decision);
      return decision;
    },
    listAcceptances: async ({ subject, entityRef }: any) => ({
      items: this.acceptances.filter(
        one => one.subject === subject && one.entityRefs.includes(entityRef),
      ),
    }),
    requestAcceptance: async (body: any) => {
      await this.#judge(body.entityRefs[0]);
      this.acceptances.push(body);
      return body;
    },
    requestHandOver: async (entityRef: string) => {
      await this.#judge(entityRef);
      const asked = {
        subject: 'hand_over' as const,
        title: `Hand-over of ${entityRef}`,
        entityRefs: [entityRef],
      };
      this.acceptances.push(asked);
      return asked;
    },
    getEntityOwnership: async (entityRef: string) =>
      ({
        gapDates: this.gapDates.filter(date => date.entityRef === entityRef),
      } as OwnershipReport),
    setOwnershipGapDate: async (entityRef: string, body: any) => {
      await this.#judge(entityRef);
      this.gapDates.push({ entityRef, ...body });
      return body;
    },
    listCampaigns: async () => ({ items: this.campaigns }),
    createCampaign: async (body: any) => {
      this.campaigns.push(body);
      return body;
    },
    listAttestations: async (entityRef: string) => ({
      items: this.attestations.filter(one => one.entityRef === entityRef),
    }),
    attest: async (entityRef: string, body: any) => {
      await this.#judge(entityRef);
      this.attestations.push({ entityRef, ...body });
      return body;
    },
    requestCheckExemption: async (entityRef: string, { check }: any) => {
      await this.#judge(entityRef);
      const asked = {
        subject: 'check' as const,
        title: check,
        entityRefs: [entityRef],
      };
      this.acceptances.push(asked);
      return asked;
    },
    previewDebtImport: async ({ text }: any) => ({
      rows: this.#importedRows(text),
    }),
    importDebtItems: async ({ text }: any) => {
      const before = this.#importedRows(text);
      const items: any[] = JSON.parse(text);
      items.forEach((item, at) => {
        if (!before[at].itemId && !this.#isRefused(item)) {
          this.debts.push({ ...item, ownerRef: 'group:default/checkout' });
        }
      });
      return { rows: this.#importedRows(text) };
    },
    getDebtItem: async (itemId: string) => {
      const { ownerRef, ...item } = this.debts.find(
        ({ externalId }) => externalId === itemId,
      ) as any;
      const entities = item.entityRefs.map((ref: string) => ({ ref }));
      return { id: itemId, entities, ownerRef };
    },
    listDebtReports: async ({ item }: any) => ({
      items: this.debtReports.filter(({ itemId }) => itemId === item),
    }),
    createDebtReport: async (body: any) => {
      await this.#judge(body.entityRef);
      this.debtReports.push(body);
      return body;
    },
  } as unknown as GuestApi;

  /** Each row with the item that it means, which has the row's external id for an id of its own. */
  #importedRows(text: string) {
    const items: any[] = JSON.parse(text);
    return items.map((item, at) => {
      const known = this.debts.find(
        ({ externalId }) => externalId === item.externalId,
      );
      return {
        row: at + 1,
        itemId: known?.externalId ?? null,
        problems: this.#isRefused(item)
          ? [{ field: 'entityRefs', message: 'names no entity' }]
          : [],
      };
    });
  }

  #isRefused({ entityRefs }: { entityRefs: string[] }): boolean {
    return entityRefs.some(ref => this.refuses.has(ref));
  }

  async #judge(entityRef: string): Promise<void> {
    const status = this.refuses.get(entityRef);
    if (status !== undefined) {
      throw await ResponseError.fromResponse(
        new Response('{"error":{"message":"not like this"}}', {
          status,
          headers: { 'content-type': 'application/json' },
        }) as any,
      );
    }
  }
}
