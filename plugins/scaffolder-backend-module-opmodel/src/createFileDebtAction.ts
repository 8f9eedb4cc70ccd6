import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  debtCategories,
  debtSeverities,
  OpmodelClient,
  type NewDebtItem,
  readDebtChanges,
} from '@opmodel/backstage-plugin-opmodel-common';
import { fileDebtExamples } from './fileDebtExamples';

/** Id of the action in templates. */
export const FILE_DEBT_ACTION = 'opmodel:tech-debt:file';

/** The enum of zod asks for a list that is not empty. */
type Words<Word extends string> = [Word, ...Word[]];

/**
 * The action that files an item of technical debt, in the name of whoever runs the template: what that person may not file, the template
 * does not file either. A task that is run on after an interruption files it once.
 */
export function createFileDebtAction(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}) {
  return createTemplateAction({
    id: FILE_DEBT_ACTION,
    description:
      'Files an item of technical debt on catalog entities, for example for what a template leaves to be done.',
    examples: fileDebtExamples,
    supportsDryRun: true,
    schema: {
      input: {
        title: z =>
          z
            .string()
            .min(1)
            .max(200)
            .describe('One line that says what is owed'),
        entityRefs: z =>
          z
            .array(z.string())
            .min(1)
            .max(100)
            .describe('Refs of the catalog entities that carry the debt'),
        description: z =>
          z.string().max(20_000).optional().describe('Markdown'),
        ownerRef: z =>
          z
            .string()
            .optional()
            .describe(
              'Ref of the group that answers for it; where none is said, the first group that owns one of the entities',
            ),
        category: z =>
          z
            .enum(
              debtCategories as unknown as Words<
                (typeof debtCategories)[number]
              >,
            )
            .optional()
            .describe(
              'What kind of thing the debt lies in; code where none is said',
            ),
        severity: z =>
          z
            .enum(
              debtSeverities as unknown as Words<
                (typeof debtSeverities)[number]
              >,
            )
            .optional()
            .describe('By what time it is to be remedied'),
        targetDate: z =>
          z
            .string()
            .regex(/^\d{4}-\d{2}-\d{2}$/)
            .optional()
            .describe('ISO day by which it is to be paid'),
        principalDays: z =>
          z
            .number()
            .positive()
            .optional()
            .describe('Person-days that paying it takes once'),
      },
      output: {
        itemId: z => z.string().describe('Id of the item'),
        isNew: z =>
          z
            .boolean()
            .describe(
              'False: an item of the same title stands on the same entities already',
            ),
      },
    },
    async handler(context) {
      const { input, logger } = context;
      const item = toItem(input);
      if (context.isDryRun) {
        logger.info(
          `Would file '${item.title}' on ${item.entityRefs.join(', ')}`,
        );
        context.output('itemId', 'dry-run');
        context.output('isNew', true);
        return;
      }
      const engine = createEngineClient({
        ...options,
        credentials: await context.getInitiatorCredentials(),
      });
      const { itemId, isNew } = await context.checkpoint({
        // Steps of one template may file the same of different entities.
        key: `opmodel.tech-debt.file.${JSON.stringify([
          item.title,
          ...entitiesOf(item),
        ])}`,
        fn: async () => {
          // Between filing and remembering that it was filed a task may be interrupted.
          const known = await findStanding(engine, item);
          if (known !== undefined) {
            return { itemId: known, isNew: false };
          }
          const filed = await engine.createDebtItem(item);
          return { itemId: filed.item.id, isNew: true };
        },
      });
      logger.info(
        isNew
          ? `Filed the item ${itemId}`
          : `The item ${itemId} is there already`,
      );
      context.output('itemId', itemId);
      context.output('isNew', isNew);
    },
  });
}

function toItem(input: {
  title: string;
  entityRefs: string[];
  description?: string;
  ownerRef?: string;
  category?: NewDebtItem['category'];
  severity?: NewDebtItem['severity'];
  targetDate?: string;
  principalDays?: number;
}): NewDebtItem {
  const { principalDays, ...said } = input;
  return {
    ...said,
    ...(principalDays !== undefined && { estimate: { principalDays } }),
  };
}

/** What an item is about, in one order and as the register writes it. What it cannot read it refuses itself. */
function entitiesOf({ entityRefs }: NewDebtItem): readonly string[] {
  const { changes } = readDebtChanges({ entityRefs }, { now: Date.now() });
  return [...new Set(changes?.entityRefs ?? entityRefs)].sort();
}

/** The item that stands on the very same entities with the very same title. */
async function findStanding(
  engine: OpmodelClient,
  item: NewDebtItem,
): Promise<string | undefined> {
  const { title } = item;
  const entityRefs = entitiesOf(item);
  const { items } = await engine.listDebtItems({
    entity: entityRefs[0],
    text: title.slice(0, 100),
    status: ['open', 'planned', 'in_progress', 'accepted'],
    limit: 100,
  });
  return items.find(
    one =>
      one.title === title &&
      one.entities.length === entityRefs.length &&
      one.entities.every(({ ref }) => entityRefs.includes(ref)),
  )?.id;
}

function createEngineClient({
  auth,
  discovery,
  credentials,
}: {
  auth: AuthService;
  discovery: DiscoveryService;
  credentials: BackstageCredentials;
}): OpmodelClient {
  return new OpmodelClient({
    discoveryApi: discovery,
    fetchApi: {
      async fetch(request, init) {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: credentials,
          targetPluginId: 'opmodel',
        });
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(request, { ...init, headers });
      },
    },
  });
}
