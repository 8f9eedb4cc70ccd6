import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { identifierSchema } from '@opmodel/backstage-plugin-opmodel-node';
import type { Request, Router } from 'express';
import type {
  AuthorizedIntakeService,
  IntakeDefaults,
} from './AuthorizedIntakeService';
import { readDevlakePullRequest, type DevlakeRequest } from './devlake';
import { readDevlakeDeployment } from './devlakeDeployments';
import {
  issueKeyOf,
  readDevlakeClose,
  readDevlakeIssue,
  subjectsOfIssue,
} from './devlakeIssues';
import { devlakeRoot } from './devlakePaths';
import { describeRejections } from './intakeAnswer';
import type { ReadEvent } from './ReadEvent';

type Read = (
  request: DevlakeRequest,
  defaults: IntakeDefaults,
) => ReadEvent[] | Promise<ReadEvent[]>;

/** A part of the path that identifies something. */
function readIdentifier({ params }: Request, name: string): string {
  const read = identifierSchema.safeParse(params[name]);
  if (!read.success) {
    throw new InputError(`${name}: ${read.error.issues[0].message}`);
  }
  return read.data;
}

/** Adds the webhooks that DevLake has, with its paths and bodies, to a router that has validated the request. */
export function addDevlakeRoutes(
  router: Router,
  options: { intake: AuthorizedIntakeService; httpAuth: HttpAuthService },
): void {
  const { intake, httpAuth } = options;

  const take = async (request: Request, read: Read) => {
    const connection = readIdentifier(request, 'connection');
    const items = await intake.submit(
      defaults =>
        read(
          {
            // The path is the sender's own choice, and this one is known by its repository.
            connection: defaults.ofRepository ? undefined : connection,
            source: defaults.sourceOf(`devlake:${connection}`),
            now: defaults.now,
          },
          defaults,
        ),
      {
        credentials: await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        }),
        request,
      },
    );
    // A body is one statement for its sender, who looks at the status alone.
    const rejections = describeRejections(items);
    if (rejections !== undefined) {
      throw new InputError(rejections);
    }
    return { items };
  };

  router.post(
    `${devlakeRoot}/:connection/deployments`,
    async (request, response) => {
      response.json(
        await take(request, from => readDevlakeDeployment(request.body, from)),
      );
    },
  );

  router.post(
    `${devlakeRoot}/:connection/pull_requests`,
    async (request, response) => {
      response.json(
        await take(request, from => readDevlakePullRequest(request.body, from)),
      );
    },
  );

  router.post(
    `${devlakeRoot}/:connection/issues`,
    async (request, response) => {
      const key = issueKeyOf(request.body);
      response.json(
        await take(request, async (from, { listStatements }) =>
          readDevlakeIssue(
            request.body,
            from,
            key === undefined
              ? []
              : await listStatements(subjectsOfIssue(from.source, key)),
          ),
        ),
      );
    },
  );

  router.post(
    `${devlakeRoot}/:connection/issue/:issueKey/close`,
    async (request, response) => {
      const issueKey = readIdentifier(request, 'issueKey');
      response.json(
        await take(request, async (from, { listStatements }) => {
          const closed = readDevlakeClose(
            from,
            await listStatements(subjectsOfIssue(from.source, issueKey)),
          );
          if (closed.length === 0) {
            throw new NotFoundError(`issue ${issueKey} is not known`);
          }
          return closed;
        }),
      );
    },
  );
}
