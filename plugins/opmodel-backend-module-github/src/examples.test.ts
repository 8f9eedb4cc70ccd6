import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  checkContract,
  intakeEventSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { allExamples, exampleOf } from './__testUtils__/examples';
import { read, workItems } from './__testUtils__/observed';

const everything = {
  incidentLabels: ['bug'],
  workItems,
  releaseEnvironment: 'production',
};

/** Gives every account of a payload the same marks, so that they can be searched for. */
function markPeople(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(markPeople);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const marked = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, markPeople(part)]),
  );
  return 'login' in marked
    ? {
        ...marked,
        login: 'somebody',
        name: 'somebody',
        email: 'somebody@example.com',
        html_url: 'https://github.com/somebody',
      }
    : marked;
}

/** How many payloads each product contributes, so that none goes missing unnoticed. */
const counts: Record<string, number> = {
  'github.com': 329,
  'GHES 3.1': 49,
  'GHES 3.2': 49,
  'GHES 3.3': 50,
  'GHES 3.4': 124,
  'GHES 3.5': 125,
};

it('reads what tells of deployments, changes, incidents, work items and runs, and nothing else', () => {
  const events: Record<string, number> = {};
  for (const { type, body } of allExamples[0][1]) {
    events[type] = (events[type] ?? 0) + read(type, body, everything).length;
  }
  expect(
    Object.fromEntries(Object.entries(events).filter(([, count]) => count > 0)),
  ).toEqual({
    // Each status says again what is fixed of its deployment, as each step of a pull request does.
    deployment: 4,
    deployment_status: 8,
    pull_request: 22,
    // 13 tell of incidents, the rest of work items.
    issues: 18,
    release: 5,
    workflow_run: 7,
  });
});

describe.each(allExamples)('every payload of %s', (product, examples) => {
  it('comes to valid events or to nothing', () => {
    expect(examples).toHaveLength(counts[product]);
    const events = examples.flatMap(({ type, body }) =>
      read(type, body, everything),
    );
    expect(events.map(({ observation }) => observation.kind)).toEqual(
      expect.arrayContaining([
        'deployment',
        'change',
        'incident',
        'pipeline_run',
      ]),
    );
    for (const event of events) {
      expect(checkContract(intakeEventSchema, event)).toEqual({
        success: true,
        value: expect.anything(),
      });
      expect(event.source).toMatch(/^github:[^/]+\/[^/]+\/[^/]+$/);
      expect(event.observation.target.links).not.toHaveLength(0);
    }
  });

  it('names nobody', () => {
    for (const { type, body } of examples) {
      expect(
        JSON.stringify(read(type, markPeople(body), everything)),
      ).not.toContain('somebody');
    }
  });

  it('says the same when it is delivered again', () => {
    for (const { type, body } of examples) {
      expect(read(type, body, everything)).toEqual(
        read(type, body, everything),
      );
    }
  });
});

it('reads the sample that people are given to try', () => {
  const sample = JSON.parse(
    readFileSync(
      path.resolve(
        __dirname,
        '../../../examples/webhooks/github-deployment_status.json',
      ),
      'utf8',
    ),
  );
  expect(sample).toEqual(exampleOf('deployment_status', 'created'));
  expect(read('deployment_status', sample)).toHaveLength(2);
});
