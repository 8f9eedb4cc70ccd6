import cloud from '@octokit/webhooks-examples';
import ghes31 from '@octokit/webhooks-examples/ghes-31/index.json';
import ghes32 from '@octokit/webhooks-examples/ghes-32/index.json';
import ghes33 from '@octokit/webhooks-examples/ghes-33/index.json';
import ghes34 from '@octokit/webhooks-examples/ghes-34/index.json';
import ghes35 from '@octokit/webhooks-examples/ghes-35/index.json';

/** A payload that GitHub really sent, collected by Octokit (MIT licence). */
export interface Example {
  type: string;
  body: any;
}

const collections: [string, unknown][] = [
  ['github.com', cloud],
  ['GHES 3.1', ghes31],
  ['GHES 3.2', ghes32],
  ['GHES 3.3', ghes33],
  ['GHES 3.4', ghes34],
  ['GHES 3.5', ghes35],
];

function examplesOf(collection: unknown): Example[] {
  return (collection as { name: string; examples: unknown[] }[]).flatMap(
    ({ name, examples }) => examples.map(body => ({ type: name, body })),
  );
}

/** Every payload, by the product that sent it. */
export const allExamples: [string, Example[]][] = collections.map(
  ([product, collection]) => [product, examplesOf(collection)],
);

/** A copy of the first payload of github.com of that type and action for which the condition holds, free to be changed. */
export function exampleOf(
  type: string,
  action: string,
  condition: (body: any) => boolean = () => true,
): any {
  const example = examplesOf(cloud).find(
    ({ type: name, body }) =>
      name === type && body.action === action && condition(body),
  );
  if (!example) {
    throw new Error(`There is no example of ${type} ${action}`);
  }
  return structuredClone(example.body);
}
