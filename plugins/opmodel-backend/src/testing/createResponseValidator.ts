import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';
import { openApiDocument } from '../schema/openapi.generated';

interface PathTemplate {
  template: string;
  pattern: RegExp;
}

/** Literal paths before those with parameters, as the router matches them. */
const templates: PathTemplate[] = Object.keys(openApiDocument.paths)
  .map(template => ({
    template,
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }))
  .sort(
    (a, b) =>
      Number(a.template.includes('{')) - Number(b.template.includes('{')),
  );

/**
 * Checks answers against the API's description. The description itself is served on `/openapi.json` and described nowhere.
 *
 * @returns throws an error that names path, status and field where an answer is not as described
 */
export function createResponseValidator() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(openApiDocument, 'openapi');
  const pointer = (part: string) =>
    encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));

  return (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    url: string,
    response: Response,
  ): void => {
    const path = url.split('?')[0];
    if (path === '/openapi.json') {
      return;
    }
    const match = templates.find(({ pattern }) => pattern.test(path));
    if (!match) {
      throw new Error(`${path} is not described`);
    }
    const { responses } = openApiDocument.paths[match.template][method];
    const described = responses[response.status]
      ? `#/paths/${pointer(match.template)}/${method}/responses/${
          response.status
        }/content/${pointer('application/json')}/schema`
      : `#/components/schemas/ErrorBody`;
    const validate = ajv.compile({ $ref: `openapi${described}` });
    if (!validate(response.body)) {
      throw new Error(
        `${method} ${url} answered ${
          response.status
        } unlike its description: ${ajv.errorsText(validate.errors)}`,
      );
    }
  };
}
