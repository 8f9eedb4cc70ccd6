import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AuthorizedOwnershipService } from './AuthorizedOwnershipService';

/** Gaps that an agent is told at a time. */
const GAPS_LISTED = 50;

/** Lets agents ask what people read on the Ownership tab, with the permissions of whoever asks. */
export function registerOwnershipActions(options: {
  actionsRegistry: ActionsRegistryService;
  ownership: AuthorizedOwnershipService;
  calendar: OrganisationCalendar;
  clock: () => number;
}): void {
  const { actionsRegistry, ownership, calendar, clock } = options;
  const attributes = { readOnly: true, destructive: false, idempotent: true };

  actionsRegistry.register({
    name: 'get-ownership',
    title: 'Get ownership',
    description: `Tells who owns an entity of the catalog and whom to ask: the owner, the groups above it up to the head of the organisation, contacts, who is on call, how well it is owned (seven rungs: owner set, owner exists, is a group, has members, has a contact, has an escalation path, reviewed), and who owned it before. Of a system, domain or group also how well everything in it is owned.
A null means that it is not known.`,
    attributes,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(255)
            // PostgreSQL cannot look for it.
            .refine(ref => !ref.includes('\0'), 'expected an entity reference')
            .describe(
              'Full entity reference, such as component:default/checkout or group:default/payments',
            ),
        }),
      output: z => z.object({ report: z.record(z.unknown()) }),
    },
    action: async ({ input, credentials }) => {
      const { rollUp, ...report } = await ownership.getReport(
        {
          entityRef: input.entityRef.toLocaleLowerCase('en-US'),
          window: resolveWindow({}, calendar, clock()),
          ownership: 'now',
        },
        credentials,
      );
      const { trend: _trend, ...coverage } = rollUp ?? { trend: [] };
      return {
        output: { report: { ...report, rollUp: rollUp && coverage } },
      };
    },
  });

  actionsRegistry.register({
    name: 'list-ownership-gaps',
    title: 'List ownership gaps',
    description: `Lists what a team owns, with the groups below it, that is not owned as well as it should be, the worst first: what is missing, and by when it is to be closed. At most ${GAPS_LISTED} entities; totalItems counts all that the team owns.`,
    attributes,
    schema: {
      input: z =>
        z.object({
          teamRef: z
            .string()
            .max(255)
            // PostgreSQL cannot look for it.
            .refine(ref => !ref.includes('\0'), 'expected an entity reference')
            .describe(
              'Full reference of a group, such as group:default/payments',
            ),
        }),
      output: z =>
        z.object({
          items: z.array(z.record(z.unknown())),
          totalItems: z.number(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, totalItems } = await ownership.list(
        {
          filter: {
            ownerRefs: [input.teamRef.toLocaleLowerCase('en-US')],
            descendants: true,
          },
          order: 'rung',
          descending: false,
          limit: GAPS_LISTED,
        },
        credentials,
      );
      return {
        output: {
          items: items.filter(({ gaps }) => gaps.length > 0),
          totalItems,
        },
      };
    },
  });
}
