import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  Decision,
  NewCampaign,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { GuestDecision, GuestEntries } from './guestEntries';
import type { GuestApi, GuestPortal } from './GuestPortal';

/**
 * Enters in the portal what only a person may enter, in the name of its guest and through the same routes as a browser. What is there
 * already, known by its title, its entity or its gap, is left as it is: whoever tries the portal may have gone on from it.
 */
export class GuestWriter {
  readonly #options: {
    portal: GuestPortal;
    logger: LoggerService;
    /** What is to be there now. */
    entries: () => GuestEntries;
  };

  constructor(options: {
    portal: GuestPortal;
    logger: LoggerService;
    entries: () => GuestEntries;
  }) {
    this.#options = options;
  }

  /**
   * @returns how many entries were made
   * @throws when the portal does not answer. What it refuses is told in the log and left out
   */
  async write(signal: AbortSignal): Promise<number> {
    const { portal, logger, entries } = this.#options;
    const api = await portal.enter(signal);
    if (!api) {
      logger.info(
        'Nobody can enter this portal as a guest, so what people enter in the demo organisation is left out',
      );
      return 0;
    }
    const entered = entries();
    const { decisions, acceptances, handOvers, gapDates } = entered;
    const writes: [what: string, write: () => Promise<boolean>][] = [
      ...decisions.map(one => entry(one.title, () => writeDecision(api, one))),
      ...acceptances.map(one =>
        entry(one.title, async () => {
          const [entityRef] = one.entityRefs;
          const { subject } = one;
          const known = await api.listAcceptances({
            entityRef,
            subject,
            limit: 100,
          });
          return (
            !known.items.some(({ title }) => title === one.title) &&
            Boolean(await api.requestAcceptance(one))
          );
        }),
      ),
      ...handOvers.map(({ entityRef, ...body }) =>
        entry(`the hand-over of ${entityRef}`, async () => {
          const known = await api.listAcceptances({
            entityRef,
            subject: 'hand_over',
            limit: 1,
          });
          return (
            known.items.length === 0 &&
            Boolean(await api.requestHandOver(entityRef, body))
          );
        }),
      ),
      ...gapDates.map(({ entityRef, ...body }) =>
        entry(`the date for ${body.gap} of ${entityRef}`, async () => {
          const known = await api.getEntityOwnership(entityRef);
          return (
            !known.gapDates.some(({ gap }) => gap === body.gap) &&
            Boolean(await api.setOwnershipGapDate(entityRef, body))
          );
        }),
      ),
      ...entered.campaigns.map(one =>
        entry(one.title, () => writeCampaign(api, one)),
      ),
      ...entered.attestations.map(({ entityRef, ...body }) =>
        entry(`that somebody vouches for ${body.name}`, async () => {
          const known = await api.listAttestations(entityRef);
          return (
            !known.items.some(({ name }) => name === body.name) &&
            Boolean(await api.attest(entityRef, body))
          );
        }),
      ),
      ...entered.exemptions.map(({ entityRef, ...body }) =>
        entry(`the exemption from ${body.check}`, async () => {
          const known = await api.listAcceptances({
            entityRef,
            subject: 'check',
            limit: 1,
          });
          return (
            known.items.length === 0 &&
            Boolean(await api.requestCheckExemption(entityRef, body))
          );
        }),
      ),
    ];
    let made = 0;
    for (const [what, write] of writes) {
      signal.throwIfAborted();
      made += Number(await this.#try(what, write));
    }
    if (made > 0) {
      logger.info(
        `The guest has entered ${made} things in the demo organisation`,
      );
    }
    return made;
  }

  /** What is refused now may be possible at the next run, such as a date for a gap that is not assessed yet. */
  async #try(what: string, write: () => Promise<boolean>): Promise<boolean> {
    try {
      return await write();
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode < 500) {
        this.#options.logger.info(
          `The demo organisation goes without ${what}: ${error.message}`,
        );
        return false;
      }
      throw error;
    }
  }
}

function entry(
  what: string,
  write: () => Promise<boolean>,
): [what: string, write: () => Promise<boolean>] {
  return [what, write];
}

async function writeDecision(
  api: GuestApi,
  { supersedesTitle, ...decision }: GuestDecision,
): Promise<boolean> {
  if (await findDecision(api, decision.title)) {
    return false;
  }
  const superseded =
    supersedesTitle && (await findDecision(api, supersedesTitle));
  await api.createDecision({
    ...decision,
    supersedes: superseded ? superseded.id : null,
  });
  return true;
}

async function writeCampaign(
  api: GuestApi,
  campaign: NewCampaign,
): Promise<boolean> {
  const { scorecardRef: scorecard } = campaign;
  const { items } = await api.listCampaigns({ scorecard, limit: 100 });
  return (
    !items.some(({ title }) => title === campaign.title) &&
    Boolean(await api.createCampaign(campaign))
  );
}

async function findDecision(
  api: GuestApi,
  title: string,
): Promise<Decision | undefined> {
  const { items } = await api.listDecisions({ text: title, limit: 100 });
  return items.find(decision => decision.title === title);
}
